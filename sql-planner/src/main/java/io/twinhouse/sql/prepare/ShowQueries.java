// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.access.AccessQueries;
import io.twinhouse.sql.catalog.ClauseTexts;
import io.twinhouse.sql.catalog.KeyColumns;
import io.twinhouse.sql.catalog.ShownText;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SHOW, as the query over database {@code system} that the server makes of it. */
final class ShowQueries {

  private static final String DATABASES = "SELECT name FROM system.databases";

  private static final String COLUMNS =
      "SELECT name AS field, type,"
          + " if(startsWith(type, 'Nullable('), 'YES', 'NO') AS null,"
          + " multiIf(is_in_primary_key AND is_in_sorting_key, 'PRI SOR',"
          + " is_in_primary_key, 'PRI', is_in_sorting_key, 'SOR', '') AS key,"
          + " if(default_kind IN ('DEFAULT', 'ALIAS', 'MATERIALIZED'),"
          + " CAST(default_expression, 'Nullable(String)'), NULL) AS default,"
          + " '' AS extra";

  private static final String FULL_COLUMNS = ", NULL AS collation, comment, '' AS privileges";

  private static final String INDEXES =
      "table String, non_unique UInt8, key_name String, seq_in_index UInt64, pk_col String,"
          + " collation Nullable(String), cardinality UInt8, sub_part Nullable(Nothing),"
          + " packed Nullable(Nothing), null Nullable(Nothing), index_type String, comment String,"
          + " index_comment String, visible String, expression String";

  private final PlanningContext context;
  private final QueryPlanner planner;

  ShowQueries(PlanningContext context, QueryPlanner planner) {
    this.context = context;
    this.planner = planner;
  }

  QueryPlanner.Planned show(Inspection.Show show) {
    return switch (show.subject()) {
      case DATABASES -> plan(DATABASES, show, "name", "name");
      case TABLES -> tables(show);
      case COLUMNS -> columns(show);
      case INDEXES -> indexes(show);
      case FUNCTIONS -> plan("SELECT * FROM system.functions", show, "name", "");
      case SETTINGS -> settings(show);
      case SETTING ->
          plan("SELECT value FROM system.settings WHERE name = " + text(show.name()), show, "", "");
      case ENGINES -> plan("SELECT * FROM system.table_engines", show, "", "name");
      case DICTIONARIES -> dictionaries(show);
      case CLUSTERS -> plan("SELECT DISTINCT cluster FROM system.clusters", show, "cluster", "");
      case CLUSTER ->
          plan(
              "SELECT cluster, shard_num, replica_num, host_name, host_address, port"
                  + " FROM system.clusters WHERE cluster = "
                  + text(show.name()),
              show,
              "cluster",
              "cluster, shard_num, replica_num");
      case FILESYSTEM_CACHES ->
          plan("SELECT cache_name AS Caches FROM system.filesystem_cache_settings", show, "", "");
      case MERGES ->
          plan(
              "SELECT table, database, CAST(NULL, 'Nullable(Float64)') AS estimate_complete,"
                  + " elapsed, progress, is_mutation, '' AS size_compressed, '' AS memory_usage"
                  + " FROM system.merges",
              show,
              "table",
              "elapsed");
      case PROCESSLIST -> plan("SELECT * FROM system.processes", show, "", "elapsed DESC");
      default -> ofAccess(show);
    };
  }

  private QueryPlanner.Planned ofAccess(Inspection.Show show) {
    String select = AccessQueries.select(show);
    if (select == null) {
      throw StatementPreparer.notImplemented("SHOW " + show.subject());
    }
    return switch (show.subject()) {
      case USERS, ROLES, SETTINGS_PROFILES, QUOTAS -> plan(select, show, "name", "name");
      case CURRENT_QUOTA -> plan(select, show, "", "duration");
      case ROW_POLICIES -> plan(select, show, "", show.name() == null ? "name" : "short_name");
      default -> plan(select, show, "", "");
    };
  }

  /**
   * Plans {@code select} with the statement's own filter and limit.
   *
   * @param filtered what LIKE looks at, empty where there can be none
   */
  private QueryPlanner.Planned plan(
      String select, Inspection.Show show, String filtered, String order) {
    return plan("*", select, show, filtered, order);
  }

  /** As above, where the filter may name more columns of {@code select} than are shown. */
  private QueryPlanner.Planned plan(
      String columns, String select, Inspection.Show show, String filtered, String order) {
    StringBuilder query = new StringBuilder("SELECT " + columns + " FROM (" + select + ")");
    if (show.filter() instanceof Inspection.Like like) {
      query
          .append(" WHERE ")
          .append(SqlPrinter.name(filtered))
          .append(like.negated() ? " NOT" : "");
      query.append(like.ignoreCase() ? " ILIKE " : " LIKE ").append(text(like.pattern()));
    } else if (show.filter() instanceof Inspection.Where where) {
      query.append(" WHERE ").append(SqlPrinter.print(where.condition()));
    }
    if (!order.isEmpty()) {
      query.append(" ORDER BY ").append(order);
    }
    if (show.limit() != null) {
      query.append(" LIMIT ").append(SqlPrinter.print(show.limit()));
    }
    return planner.plan(SqlParser.parseQuery(query.toString()));
  }

  private static String text(@Nullable String text) {
    return SqlPrinter.string(String.valueOf(text));
  }

  private String database(Inspection.Show show) {
    return show.database() == null ? context.bind().database() : show.database();
  }

  private QueryPlanner.Planned tables(Inspection.Show show) {
    if (show.flags().contains(Inspection.Flag.TEMPORARY)) {
      List<String> names =
          context.storage().tables(Storage.TEMPORARY).stream()
              .map(name -> text(name.table()))
              .toList();
      String array = names.isEmpty() ? "emptyArrayString()" : names.toString();
      return plan("SELECT arrayJoin(" + array + ") AS name", show, "name", "name");
    }
    CatalogQueries.requireDatabase(database(show), context);
    boolean full = show.flags().contains(Inspection.Flag.FULL);
    String columns = full ? "name, engine" : "name";
    String where = " FROM system.tables WHERE database = " + text(database(show));
    return plan(columns, "SELECT *" + where, show, "name", "name");
  }

  private QueryPlanner.Planned dictionaries(Inspection.Show show) {
    CatalogQueries.requireDatabase(database(show), context);
    String where = " WHERE database = " + text(database(show));
    return plan("name", "SELECT * FROM system.dictionaries" + where, show, "name", "name");
  }

  private QueryPlanner.Planned columns(Inspection.Show show) {
    boolean full = show.flags().contains(Inspection.Flag.FULL);
    String select = COLUMNS + (full ? FULL_COLUMNS : "") + " FROM system.columns WHERE database = ";
    select += text(database(show)) + " AND table = " + text(show.name());
    return plan(select, show, "field", "field");
  }

  private QueryPlanner.Planned settings(Inspection.Show show) {
    boolean changed = show.flags().contains(Inspection.Flag.CHANGED);
    String select = "SELECT name, type, value FROM system.settings";
    return plan(changed ? select + " WHERE changed" : select, show, "name", "");
  }

  private QueryPlanner.Planned indexes(Inspection.Show show) {
    TableName name = new TableName(database(show), String.valueOf(show.name()));
    Storage storage = context.storage();
    List<String> rows = new ArrayList<>();
    if (storage.databases().contains(name.database())) {
      storage
          .table(CatalogQueries.followed(name, context))
          .map(table -> table.definition().toBuilder().name(name).build())
          .ifPresent(table -> indexes(table, rows));
      storage.view(name).ifPresent(view -> rows.add(primary(name, 1, "")));
    }
    String select =
        rows.isEmpty()
            ? "SELECT * FROM null(" + text(INDEXES) + ")"
            : "SELECT * FROM values(" + text(INDEXES) + ", " + String.join(", ", rows) + ")";
    return plan(select, show, "", "index_type, expression, seq_in_index");
  }

  private static void indexes(TableDefinition table, List<String> rows) {
    for (IndexDefinition index : table.indexes()) {
      String kind = index.kind().toUpperCase(Locale.ROOT);
      String expression = ShownText.list(KeyColumns.elements(index.expression()));
      rows.add(index(table.name(), index.name(), 1, "", "NULL", kind, expression));
    }
    List<String> key = table.primaryKey().isEmpty() ? List.of("") : ClauseTexts.primaryKey(table);
    for (int i = 0; i < key.size(); i++) {
      rows.add(primary(table.name(), i + 1, key.get(i)));
    }
  }

  private static String primary(TableName table, int position, String column) {
    return index(table, "PRIMARY", position, column, "'A'", "PRIMARY", "");
  }

  private static String index(
      TableName table,
      String name,
      int position,
      String column,
      String collation,
      String kind,
      String expression) {
    return "("
        + String.join(
            ", ",
            text(table.table()),
            "1",
            text(name),
            Integer.toString(position),
            text(column),
            collation,
            "0, NULL, NULL, NULL",
            text(kind),
            "'', '', 'YES'",
            text(expression))
        + ")";
  }
}
