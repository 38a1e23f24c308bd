// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.statement.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about the catalog with rows. */
final class CatalogQueries {

  private static final List<String> DESCRIBE_COLUMNS =
      List.of(
          "name",
          "type",
          "default_type",
          "default_expression",
          "comment",
          "codec_expression",
          "ttl_expression");

  private final PlanningContext context;
  private final Storage storage;
  private final QueryPlanner planner;

  CatalogQueries(PlanningContext context, QueryPlanner planner) {
    this.context = context;
    this.storage = context.storage();
    this.planner = planner;
  }

  /** A table's name, in the current database unless it says another. */
  static TableName name(Identifier identifier, PlanningContext context) {
    List<String> path = identifier.path();
    return path.size() == 1
        ? new TableName(context.bind().database(), path.get(0))
        : new TableName(path.get(0), String.join(".", path.subList(1, path.size())));
  }

  QueryPlanner.Planned show(Inspection.Show show) {
    if (show.limit() != null || show.filter() instanceof Inspection.Where) {
      throw StatementPreparer.notImplemented("SHOW with WHERE or LIMIT");
    }
    LikeFilter filter = LikeFilter.of(show.filter());
    return switch (show.subject()) {
      case DATABASES ->
          rows(
              TextRows.of("name"),
              storage.databases().stream().sorted().filter(filter::accepts).map(List::of).toList());
      case TABLES -> tables(show, filter);
      case COLUMNS -> columns(show, filter);
      default -> throw StatementPreparer.notImplemented("SHOW " + show.subject());
    };
  }

  private QueryPlanner.Planned rows(TextRows rows, List<List<String>> texts) {
    return planner.rows("catalog", rows.schema(), rows.batch(texts));
  }

  private QueryPlanner.Planned tables(Inspection.Show show, LikeFilter filter) {
    String database = show.database() == null ? context.bind().database() : show.database();
    requireDatabase(database);
    boolean full = show.flags().contains(Inspection.Flag.FULL);
    List<List<String>> texts = new ArrayList<>();
    for (TableName table : storage.tables(database)) {
      if (filter.accepts(table.table())) {
        texts.add(full ? List.of(table.table(), engine(table)) : List.of(table.table()));
      }
    }
    return rows(full ? TextRows.of("name", "engine") : TextRows.of("name"), texts);
  }

  private String engine(TableName name) {
    Optional<Table> table = storage.table(name);
    return table.map(t -> t.definition().engine()).orElse("View");
  }

  private void requireDatabase(String database) {
    if (!storage.databases().contains(database)) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE, "Database " + database + " does not exist.");
    }
  }

  private QueryPlanner.Planned columns(Inspection.Show show, LikeFilter filter) {
    String database = show.database() == null ? context.bind().database() : show.database();
    TableName name = new TableName(database, String.valueOf(show.name()));
    TableDefinition table = definition(name);
    List<List<@Nullable String>> texts = new ArrayList<>();
    table.columns().stream()
        .filter(column -> filter.accepts(column.name()))
        .sorted(java.util.Comparator.comparing(ColumnDefinition::name))
        .forEach(column -> texts.add(showRow(column, table)));
    TextRows rows = TextRows.of("field", "type", "null", "key", "default", "extra").nullable(4);
    return planner.rows("catalog", rows.schema(), rows.batchOfNullables(texts));
  }

  private static List<@Nullable String> showRow(ColumnDefinition column, TableDefinition table) {
    String key = table.primaryKey().contains(column.name()) ? "PRI " : "";
    key += table.orderBy().contains(column.name()) ? "SOR" : "";
    List<@Nullable String> row = new ArrayList<>();
    row.add(column.name());
    row.add(column.type().name());
    row.add(column.type().isNullable() ? "YES" : "NO");
    row.add(key.strip());
    row.add(column.expression());
    row.add("");
    return row;
  }

  QueryPlanner.Planned showCreate(Inspection.ShowCreate show) {
    boolean table = show.kind() == Inspection.Kind.TABLE || show.kind() == Inspection.Kind.VIEW;
    if (!table || show.names().size() != 1) {
      throw StatementPreparer.notImplemented("SHOW CREATE " + show.kind());
    }
    TableName name = name(show.names().get(0), context);
    ViewDefinition view = storage.view(name).orElse(null);
    String text = view == null ? CreateText.of(definition(name)) : CreateText.of(view);
    return rows(TextRows.of("statement"), List.of(List.of(text)));
  }

  private TableDefinition definition(TableName name) {
    return storage
        .table(name)
        .map(Table::definition)
        .orElseThrow(
            () ->
                new TwinhouseException(
                    ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist."));
  }

  QueryPlanner.Planned exists(Inspection.Exists exists) {
    boolean found =
        switch (exists.kind()) {
          case DATABASE -> storage.databases().contains(exists.name().name());
          case TABLE ->
              storage.table(name(exists.name(), context)).isPresent()
                  || storage.view(name(exists.name(), context)).isPresent();
          case VIEW -> storage.view(name(exists.name(), context)).isPresent();
          default -> throw StatementPreparer.notImplemented("EXISTS " + exists.kind());
        };
    Schema schema = Schema.of(new Field("result", IntegerType.UINT8));
    return planner.rows("exists", schema, Batch.of(1, LongColumn.of(found ? 1 : 0)));
  }

  QueryPlanner.Planned describe(Inspection.Describe describe) {
    FromItem.Table table = describe.table();
    List<List<String>> texts = new ArrayList<>();
    TableDefinition definition =
        table.source() instanceof FromItem.Named named
            ? storage.table(name(named.name(), context)).map(Table::definition).orElse(null)
            : null;
    if (definition != null) {
      for (ColumnDefinition column : definition.columns()) {
        String kind = column.kind() == Kind.PLAIN ? "" : column.kind().name();
        String expression = column.expression() == null ? "" : column.expression();
        texts.add(row(new Field(column.name(), column.type()), kind, expression, column.comment()));
      }
    } else {
      for (Field field : planner.schema(query(table)).fields()) {
        texts.add(row(field, "", "", ""));
      }
    }
    return rows(TextRows.of(DESCRIBE_COLUMNS.toArray(String[]::new)), texts);
  }

  private static List<String> row(Field field, String kind, String expression, String comment) {
    return List.of(field.name(), PrettyType.of(field.type()), kind, expression, comment, "", "");
  }

  private static Query query(FromItem.Table table) {
    if (table.source() instanceof FromItem.Derived derived) {
      return derived.query();
    }
    ColumnSet star = new ColumnSet(Position.NONE, null, new ColumnSet.All(), List.of());
    return Select.builder().projections(List.of(star)).from(table).build();
  }
}
