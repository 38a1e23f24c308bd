// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.DatabaseDefinition;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.access.AccessQueries;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.catalog.CreateText;
import io.twinhouse.sql.catalog.PrettyType;
import io.twinhouse.sql.catalog.ShownText;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.lookup.Dictionaries;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.prepare.column.AliasDefinitions;
import io.twinhouse.sql.statement.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final @Nullable String format;
  private final @Nullable Access access;

  /**
   * @param format of the FORMAT clause, null for none
   */
  CatalogQueries(PlanningContext context, QueryPlanner planner, @Nullable String format) {
    this.context = context;
    this.format = format;
    this.storage = context.storage();
    this.planner = planner;
    this.access = context.access();
  }

  /** A table's name, in the current database unless it says another. */
  static TableName name(Identifier identifier, PlanningContext context) {
    List<String> path = identifier.path();
    if (path.size() == 1 && context.storage().hasTemporary(path.get(0))) {
      return new TableName(Storage.TEMPORARY, path.get(0));
    }
    return path.size() == 1
        ? new TableName(context.bind().database(), path.get(0))
        : new TableName(path.get(0), String.join(".", path.subList(1, path.size())));
  }

  /**
   * The table that a table of engine Alias is another name of, else the table itself.
   *
   * @throws TwinhouseException UNKNOWN_TABLE or UNKNOWN_DATABASE if there is no such table any more
   */
  static TableName followed(TableName name, PlanningContext context) {
    Storage storage = context.storage();
    if (!storage.capabilities().contains(Capability.SCAN)) {
      return name;
    }
    TableName target = storage.table(name).map(t -> t.definition().aliased()).orElse(null);
    if (target == null || SystemCatalog.columns(target) != null) {
      return target == null ? name : target;
    }
    requireDatabase(target.database(), context);
    Table behind = storage.table(target).orElse(null);
    if (behind == null && storage.view(target).isEmpty()) {
      throw new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table " + target + " does not exist.");
    }
    if (behind != null && behind.definition().aliased() != null) {
      throw AliasDefinitions.another();
    }
    return target;
  }

  /** The table that rows go to: a materialized view's target, else the table itself. */
  static TableName written(TableName said, PlanningContext context) {
    TableName name = followed(said, context);
    if (context.storage().table(name).isPresent()) {
      return name;
    }
    TableName target =
        context.storage().databases().contains(name.database())
            ? context.storage().view(name).map(ViewDefinition::target).orElse(null)
            : null;
    return target == null ? name : target;
  }

  QueryPlanner.Planned show(Inspection.Show show) {
    if (access != null) {
      return rows(
          TextRows.of("name"),
          access.conditions().keySet().stream()
              .filter(name -> name.database().equals(context.bind().database()))
              .filter(this::isTable)
              .map(name -> List.of(name.table()))
              .toList());
    }
    AccessQueries rights = AccessQueries.of(context);
    List<String> lines = rights == null ? null : rights.lines(show);
    return lines == null
        ? new ShowQueries(context, planner).show(show)
        : lines(AccessQueries.title(show, format), lines);
  }

  private QueryPlanner.Planned lines(String title, List<String> lines) {
    return rows(TextRows.of(title), lines.stream().map(List::of).toList());
  }

  private QueryPlanner.Planned rows(TextRows rows, List<List<String>> texts) {
    return planner.rows("catalog", rows.schema(), rows.batch(texts));
  }

  /** Refuses a database that is not there. */
  static void requireDatabase(String database, PlanningContext context) {
    boolean known =
        SystemCatalog.isOwn(database)
            || database.equals(Storage.TEMPORARY)
            || context.storage().databases().contains(database);
    if (!known) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE, "Database " + database + " does not exist.");
    }
  }

  QueryPlanner.Planned showCreate(Inspection.ShowCreate show) {
    boolean table =
        show.kind() == Inspection.Kind.TABLE
            || show.kind() == Inspection.Kind.VIEW
            || show.kind() == Inspection.Kind.DICTIONARY;
    if (show.kind() == Inspection.Kind.DATABASE) {
      return rows(TextRows.of("statement"), List.of(List.of(database(show.names().get(0).name()))));
    }
    AccessQueries rights = AccessQueries.of(context);
    if (rights != null && isAboutAccess(show.kind())) {
      return lines(AccessQueries.title(show, format), rights.definitions(show));
    }
    if (!table || show.names().size() != 1) {
      throw StatementPreparer.notImplemented("SHOW CREATE " + show.kind());
    }
    TableName name = name(show.names().get(0), context);
    requireDatabase(name.database(), context);
    if (show.temporary()) {
      throw StatementPreparer.notImplemented("SHOW CREATE TEMPORARY TABLE");
    }
    if (show.kind() == Inspection.Kind.VIEW && storage.table(name).isPresent()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "`" + name.database() + "`.`" + name.table() + "` is not a VIEW");
    }
    if (show.kind() == Inspection.Kind.DICTIONARY) {
      dictionaries().requireLookup(name, ErrorCode.BAD_ARGUMENTS);
    }
    return rows(TextRows.of("statement"), List.of(List.of(created(name))));
  }

  private Dictionaries dictionaries() {
    return new Dictionaries(context, QueryPlanner::constant);
  }

  private static boolean isAboutAccess(Inspection.Kind kind) {
    return switch (kind) {
      case USER, ROLE, ROW_POLICY, SETTINGS_PROFILE, QUOTA -> true;
      default -> false;
    };
  }

  private String database(String name) {
    requireDatabase(name, context);
    return CreateText.of(storage.database(name).orElse(new DatabaseDefinition(name, "Memory", "")));
  }

  private String created(TableName name) {
    ViewDefinition view = storage.view(name).orElse(null);
    if (view != null) {
      TableName target = view.target();
      TableDefinition inner =
          target != null && view.ownsTarget()
              ? storage.table(target).map(Table::definition).orElse(null)
              : null;
      return CreateText.of(view, inner);
    }
    return storage
        .table(name)
        .map(table -> CreateText.of(table.definition()))
        .orElseThrow(
            () ->
                new TwinhouseException(
                    ErrorCode.CANNOT_GET_CREATE_TABLE_QUERY,
                    "Table `" + name.table() + "` doesn't exist."));
  }

  QueryPlanner.Planned exists(Inspection.Exists exists) {
    requireRight("SHOW TABLES", exists.name());
    boolean found =
        exists.temporary()
            ? storage.hasTemporary(exists.name().last())
            : switch (exists.kind()) {
              case DATABASE ->
                  SystemCatalog.isOwn(exists.name().name())
                      || storage.databases().contains(exists.name().name());
              case TABLE -> isTable(name(exists.name(), context));
              case VIEW -> storage.view(name(exists.name(), context)).isPresent();
              case DICTIONARY -> dictionaries().shows(name(exists.name(), context));
              default -> throw StatementPreparer.notImplemented("EXISTS " + exists.kind());
            };
    return answer(found);
  }

  /** Yes or no. */
  QueryPlanner.Planned answer(boolean yes) {
    Schema schema = Schema.of(new Field("result", IntegerType.UINT8));
    return planner.rows("exists", schema, Batch.of(1, LongColumn.of(yes ? 1 : 0)));
  }

  /** Temporary tables are asked for by EXISTS TEMPORARY. */
  private boolean isTable(TableName name) {
    if (name.database().equals(Storage.TEMPORARY)) {
      return false;
    }
    return SystemCatalog.columns(name) != null
        || storage.table(name).isPresent()
        || storage.view(name).isPresent();
  }

  private void requireRight(String right, Identifier identifier) {
    TableName name = name(identifier, context);
    if (access != null && access.condition(name) == null) {
      throw access.denied(right + " ON " + name);
    }
  }

  /**
   * DESCRIBE.
   *
   * @param settings in force, the statement's own among them
   */
  QueryPlanner.Planned describe(Inspection.Describe describe, Map<String, String> settings) {
    FromItem.Table table = describe.table();
    List<List<String>> texts = new ArrayList<>();
    List<ColumnDefinition> columns =
        table.source() instanceof FromItem.Named named ? described(named) : null;
    if (columns == null) {
      for (Field field : planner.schema(query(table)).fields()) {
        texts.add(row(ColumnDefinition.plain(field.name(), field.type())));
      }
    } else {
      columns.forEach(column -> texts.add(row(column)));
    }
    boolean compact = "1".equals(settings.get("describe_compact_output"));
    int width = compact ? 2 : DESCRIBE_COLUMNS.size();
    return rows(
        TextRows.of(DESCRIBE_COLUMNS.subList(0, width).toArray(String[]::new)),
        texts.stream().map(row -> row.subList(0, width)).toList());
  }

  private List<ColumnDefinition> described(FromItem.Named named) {
    requireRight("SHOW COLUMNS", named.name());
    TableName name = followed(name(named.name(), context), context);
    List<ColumnDefinition> own = SystemCatalog.columns(name);
    if (own != null) {
      return own;
    }
    requireDatabase(name.database(), context);
    Optional<List<ColumnDefinition>> stored =
        storage.table(name).map(Table::definition).map(TableDefinition::columns);
    if (stored.isPresent()) {
      return stored.get();
    }
    ViewDefinition view =
        storage
            .view(name)
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist."));
    return view.columns().isEmpty()
        ? planner.schema(SqlParser.parseQuery(view.query())).fields().stream()
            .map(field -> ColumnDefinition.plain(field.name(), field.type()))
            .toList()
        : view.columns();
  }

  private static List<String> row(ColumnDefinition column) {
    return List.of(
        column.name(),
        PrettyType.of(column.type()),
        column.kind() == Kind.PLAIN ? "" : column.kind().name(),
        ShownText.of(column.expression()),
        column.comment(),
        column.codec(),
        ShownText.of(column.ttl()));
  }

  private static Query query(FromItem.Table table) {
    if (table.source() instanceof FromItem.Derived derived) {
      return derived.query();
    }
    ColumnSet star = new ColumnSet(Position.NONE, null, new ColumnSet.All(), List.of());
    return Select.builder().projections(List.of(star)).from(table).build();
  }
}
