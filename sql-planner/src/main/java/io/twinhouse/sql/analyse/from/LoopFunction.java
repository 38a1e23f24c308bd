// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.analyse.from.FromBinder.From;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.source.LoopedTable;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;

/** {@code loop(t)}, {@code loop(db, t)} and {@code loop(f(...))}: rows again and again. */
final class LoopFunction {

  private final TableSources tables;
  private final Scope scope;

  LoopFunction(TableSources tables, Scope scope) {
    this.tables = tables;
    this.scope = scope;
  }

  Relation bind(Call call) {
    FromItem.Source source = source(call.arguments());
    From once =
        tables.bind(new FromItem.Table(call.position(), source, null, List.of(), false, null));
    List<Column> columns =
        once.columns().tables().get(0).columns().stream().filter(Column::inStar).toList();
    return new Relation(
        Relations.choose(looped(once.rel()), columns.stream().map(Column::index).toList()),
        columns.stream().map(Column::name).toList());
  }

  private FromItem.Source source(List<Expr> arguments) {
    Expr last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
    if (arguments.size() == 1 && last instanceof Call function) {
      return new FromItem.Function(function, List.of());
    }
    if (arguments.size() == 1 && last instanceof Identifier name) {
      return new FromItem.Named(name);
    }
    if (arguments.size() > 2) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'loop' must have 1 or 2 arguments.");
    }
    if (arguments.size() == 2) {
      ConstantTexts texts = new ConstantTexts(scope, "loop");
      return new FromItem.Named(
          Identifier.of(texts.of(arguments.get(0)), texts.of(arguments.get(1))));
    }
    throw Failures.of(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Table function 'loop' must have 1 or 2 arguments: a table, a database and a table, or a"
            + " table function");
  }

  private static RelNode looped(RelNode node) {
    if (node instanceof ReadTable read) {
      ReadTable.Source source = read.source();
      return read.withSource(
          new ReadTable.Source(
              new LoopedTable(source.table()),
              source.alias(),
              source.aliased(),
              source.finalRead(),
              source.sample()));
    }
    if (node instanceof LogicalProject || node instanceof LogicalFilter) {
      return node.copy(node.getTraitSet(), List.of(looped(node.getInput(0))));
    }
    throw Failures.notImplemented("Table function loop over what is no table");
  }
}
