// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.lookup.Lookup;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.lookup.LookupPlanner;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.source.LookupTable;
import java.util.List;

/** Dictionaries read as tables. */
final class LookupTables {

  private final Scope scope;
  private final AnalysisContext context;

  LookupTables(Scope scope) {
    this.scope = scope;
    this.context = scope.context();
  }

  /** The rows of a table that is a dictionary; any other is itself. */
  Table read(Table table) {
    TableName name = table.definition().name();
    boolean own = context.storage().capabilities().contains(Capability.SCAN);
    if (!own || !table.definition().isLookup()) {
      return table;
    }
    return table(context.planning().bind().lookups().named(name.toString(), name.database()));
  }

  private Table table(Lookup lookup) {
    if (lookup.definition().layout().isCached()) {
      throw Failures.notImplemented(
          "A dictionary of LAYOUT(CACHE) read as a table, which shows what was asked for before,");
    }
    context.dependencies().refuseReuse();
    Schema schema = new Schema(LookupPlanner.readColumns(lookup.definition()));
    TableDefinition shown =
        TableDefinition.of(
            new TableName(lookup.definition().database(), lookup.definition().name()),
            LookupPlanner.columns(lookup.definition()).stream()
                .map(f -> ColumnDefinition.plain(f.name(), f.type()))
                .toList(),
            TableDefinition.LOOKUP);
    return new LookupTable(shown, schema, lookup.rows(context.planning().bind().now()));
  }

  /** {@code dictionary('name')}, whose name may also stand without quotes. */
  Relation named(Call call) {
    if (call.arguments().size() != 1) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'dictionary' requires 1 argument");
    }
    Table table =
        table(
            context
                .planning()
                .bind()
                .lookups()
                .named(text(call.arguments().get(0)), context.database()));
    List<ColumnRead> reads =
        table.definition().columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    ReadTable.Source source =
        new ReadTable.Source(table, table.definition().name().table(), false, false, null);
    return new Relation(
        ReadTable.of(context.cluster(), source, reads, null),
        table.definition().columns().stream().map(ColumnDefinition::name).toList());
  }

  private String text(Expr argument) {
    if (argument instanceof Identifier name) {
      return name.name();
    }
    ConstantOperator constant =
        RexFactory.constantOf(new ExpressionBinder(scope, LambdaFrame.NONE).bind(argument));
    if (constant == null || !(constant.type() instanceof StringType)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "The name of a dictionary must be a constant string");
    }
    return ((BytesColumn) constant.value().flatten()).string(0);
  }
}
