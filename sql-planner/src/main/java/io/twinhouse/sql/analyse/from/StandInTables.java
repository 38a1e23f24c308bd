// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.lookup.Dictionaries;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.rel.ConstantRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables that keep no rows of their own: of engine Merge, which are read from the tables of a
 * database whose names match, of engine Buffer, which write through to the table behind them, and
 * of engine Dictionary, which show columns of a dictionary.
 */
public final class StandInTables {

  private static final String MERGE = "Merge";
  private static final String BUFFER = "Buffer";
  private static final Type PLACE = TypeParser.parse("LowCardinality(String)");

  private final AnalysisContext context;

  StandInTables(AnalysisContext context) {
    this.context = context;
  }

  /** Whether a table stands for others. */
  public static boolean isOne(TableDefinition table) {
    return table.engine().equals(MERGE) || table.engine().equals(BUFFER) || table.isOverLookup();
  }

  /** The table that rows for this one go to; null if it is no Buffer. */
  public static @Nullable TableName behind(TableDefinition table) {
    return table.engine().equals(BUFFER)
        ? new TableName(argument(table, 0), argument(table, 1))
        : null;
  }

  /** What it shows now, with the table of each row at the end. */
  Relation read(TableDefinition table) {
    List<Field> fields = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      if (column.kind() != Kind.PLAIN && column.kind() != Kind.DEFAULT) {
        throw Failures.notImplemented(
            "A table of engine " + table.engine() + " with a column that is computed");
      }
      fields.add(new Field(column.name(), column.type()));
    }
    Schema declared = new Schema(fields);
    MergedTables merged = new MergedTables(context);
    if (table.isOverLookup()) {
      return merged.shown(Dictionaries.behind(table), table.name(), declared);
    }
    TableName behind = behind(table);
    if (behind != null) {
      return merged.read(List.of(behind), declared);
    }
    Expr first = SqlParser.parseExpression(table.engineArguments().get(0));
    List<String> databases = merged.databases(first, text -> argument(table, 0));
    for (String database : databases) {
      if (!context.storage().databases().contains(database)) {
        throw Failures.of(ErrorCode.UNKNOWN_DATABASE, "Database " + database + " does not exist.");
      }
    }
    List<TableName> tables =
        merged.matching(databases, argument(table, 1)).stream()
            .filter(name -> !name.equals(table.name()))
            .toList();
    return tables.isEmpty() ? empty(fields) : merged.read(tables, declared);
  }

  private Relation empty(List<Field> columns) {
    List<Field> fields = new ArrayList<>(columns);
    fields.add(new Field("_database", PLACE));
    fields.add(new Field("_table", PLACE));
    Schema schema = new Schema(fields);
    List<Column> none = schema.types().stream().map(t -> ColumnBuilder.of(t).build()).toList();
    return new Relation(
        ConstantRows.of(context.cluster(), "nothing", schema, Batch.of(0, none)), schema.names());
  }

  private static String argument(TableDefinition table, int position) {
    if (SqlParser.parseExpression(table.engineArguments().get(position))
        instanceof Literal.Text text) {
      return text.value();
    }
    throw Failures.of(
        ErrorCode.BAD_ARGUMENTS,
        "Argument " + (position + 1) + " of engine " + table.engine() + " must be a string");
  }
}
