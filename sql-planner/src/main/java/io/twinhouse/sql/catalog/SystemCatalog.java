// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.access.AccessListing;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.QuotaListing;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.source.NumbersTable;
import io.twinhouse.sql.source.PrimesTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Tables of the server's own databases, which the planner answers itself. */
public final class SystemCatalog {

  /** The database of most of them. */
  public static final String DATABASE = "system";

  static final Map<String, SystemSchemas> SCHEMAS =
      Map.of(
          DATABASE,
          SystemSchemas.SYSTEM,
          "information_schema",
          SystemSchemas.INFORMATION,
          "INFORMATION_SCHEMA",
          SystemSchemas.INFORMATION);

  private SystemCatalog() {}

  /**
   * A table that was found.
   *
   * @param computed columns that are expressions over others
   */
  public record Found(RelNode rel, List<ColumnDefinition> computed) {}

  /** Whether the server itself keeps a database of this name. */
  public static boolean isOwn(String database) {
    return SCHEMAS.containsKey(database);
  }

  /** The server's own databases. */
  public static List<String> databases() {
    return SCHEMAS.keySet().stream().sorted().toList();
  }

  /** The tables of one of them; empty if it is none. */
  public static List<String> tables(String database) {
    SystemSchemas schemas = SCHEMAS.get(database);
    return schemas == null ? List.of() : new ArrayList<>(schemas.tables().keySet());
  }

  /** The columns of a table, or null if there is no such table here. */
  public static @Nullable List<ColumnDefinition> columns(TableName name) {
    SystemTable table = table(name);
    return table == null ? null : table.columns();
  }

  private static @Nullable SystemTable table(TableName name) {
    SystemSchemas schemas = SCHEMAS.get(name.database());
    if (schemas == null) {
      return null;
    }
    return schemas.tables().get(name.table());
  }

  /**
   * What {@code name} reads, or null if there is no such table here.
   *
   * @param zone of the session
   */
  public static @Nullable Found find(
      RelOptCluster cluster, PlanningContext context, TableName name, ZoneId zone) {
    SystemTable table = table(name);
    if (table == null) {
      return null;
    }
    boolean standard = SCHEMAS.get(name.database()) == SystemSchemas.INFORMATION;
    RelNode rel =
        switch (table.engine()) {
          case "SystemNumbers" -> read(cluster, NumbersTable.endless("number"), table);
          case "SystemPrimes" -> read(cluster, new PrimesTable(0, Long.MAX_VALUE, 1), table);
          case "SystemZeros" -> read(cluster, NumbersTable.zeros(Long.MAX_VALUE), table);
          default -> {
            SystemRows rows = standard ? information(table, context) : rows(table, context);
            Schema schema = rows.schema().ofTypes(type -> CarriedZones.stored(type, zone));
            yield ConstantRows.of(cluster, name.toString(), schema, rows.build());
          }
        };
    return new Found(rel, table.computed());
  }

  private static RelNode read(RelOptCluster cluster, Table numbers, SystemTable table) {
    ColumnDefinition column = table.columns().get(0);
    return ReadTable.of(
        cluster,
        new ReadTable.Source(numbers, table.name(), false, false, null),
        List.of(ColumnRead.of(column.name(), column.type())),
        null);
  }

  private static SystemRows information(SystemTable table, PlanningContext context) {
    SystemRows rows = new SystemRows(table.stored());
    String name = table.name().toLowerCase(Locale.ROOT);
    String from = InformationSchema.source(name);
    SystemTable source = from == null ? null : SystemSchemas.SYSTEM.tables().get(from);
    if (source != null) {
      InformationSchema.fill(name, rows, rows(source, context));
    } else {
      InformationSchema.fill(name, rows);
    }
    return rows;
  }

  /** The rows of a table; those without a branch tell of things that are never here. */
  private static SystemRows rows(SystemTable table, PlanningContext context) {
    SystemRows rows = new SystemRows(table.stored());
    StoredObjects objects = new StoredObjects(context.storage(), Visible.of(context));
    switch (table.name()) {
      case "one" -> rows.add("dummy", 0L);
      case "databases" -> objects.databases(rows);
      case "tables" -> objects.tables(rows);
      case "columns" -> ColumnRows.fill(rows, objects);
      case "parts" -> objects.parts(rows);
      case "mutations" -> objects.mutations(rows);
      case "detached_parts" -> objects.detachedParts(rows);
      case "detached_tables" -> objects.detachedTables(rows);
      case "parts_columns" -> objects.partsColumns(rows);
      case "data_skipping_indices" -> objects.indexes(rows);
      case "projections" -> objects.projections(rows);
      case "constraints" -> objects.constraints(rows);
      case "metrics" -> objects.metrics(rows);
      case "completions" -> Completions.fill(rows, objects);
      case "processes" -> QueryRows.processes(rows, context.queries());
      case "query_log" -> QueryRows.log(rows, context.queries());
      case "dictionaries" -> DictionaryRows.fill(rows, objects, context.bind().lookups());
      case "errors" -> QueryRows.errors(rows, context.queries());
      case "disks" -> DiskRows.fill(rows, context.storage());
      default -> names(table.name(), rows, context);
    }
    return rows;
  }

  private static void access(String table, SystemRows rows, PlanningContext context) {
    Permissions permissions = context.permissions();
    if (permissions == null) {
      return;
    }
    EnabledQuota quota = context.quota();
    List<@Nullable Object[]> ofQuotas =
        quota == null ? null : new QuotaListing(permissions, quota).rows(table);
    (ofQuotas == null ? new AccessListing(permissions).rows(table) : ofQuotas).forEach(rows::add);
  }

  private static void names(String table, SystemRows rows, PlanningContext context) {
    if (ListedRows.has(table)) {
      ListedRows.fill(table, rows);
      return;
    }
    switch (table) {
      case "functions" -> {
        KnownNames.functions(rows);
        KnownNames.made(rows, context.functions().all());
      }
      case "settings" -> KnownNames.settings(rows, context.settings());
      case "merge_tree_settings", "replicated_merge_tree_settings" ->
          KnownNames.tableSettings(rows);
      case "formats" -> KnownNames.formats(rows);
      case "table_engines" -> KnownNames.engines(rows);
      case "database_engines" -> KnownNames.databaseEngines(rows);
      case "data_type_families" -> KnownNames.types(rows);
      case "aggregate_function_combinators" -> KnownNames.combinators(rows);
      case "time_zones" -> KnownNames.timeZones(rows);
      default -> access(table, rows, context);
    }
  }
}
