// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.source.NumbersTable;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Tables of database {@code system} that the planner answers itself. */
public final class SystemCatalog {

  /** The database. */
  public static final String DATABASE = "system";

  private static final Set<String> NUMBERS = Set.of("numbers", "numbers_mt");

  private SystemCatalog() {}

  /** What {@code name} reads, or null if there is no such table here. */
  public static @Nullable RelNode find(
      RelOptCluster cluster, PlanningContext context, TableName name) {
    if (!name.database().equals(DATABASE)) {
      return null;
    }
    if (NUMBERS.contains(name.table())) {
      NumbersTable table = new NumbersTable("number", 0, Long.MAX_VALUE, 1);
      return ReadTable.of(
          cluster,
          new ReadTable.Source(table, name.table(), false, false, null),
          List.of(ColumnRead.of("number", IntegerType.UINT64)),
          null);
    }
    if (name.table().equals("one")) {
      Schema schema = Schema.of(new Field("dummy", IntegerType.UINT8));
      Batch row = Batch.of(1, LongColumn.of(0));
      return ConstantRows.of(cluster, name.toString(), schema, row);
    }
    RowsBuilder rows =
        switch (name.table()) {
          case "databases" -> StoredObjects.databases(context.storage());
          case "tables" -> StoredObjects.tables(context.storage());
          case "columns" -> StoredObjects.columns(context.storage());
          case "functions" -> KnownNames.functions();
          case "settings" -> KnownNames.settings(context.settings());
          default -> null;
        };
    return rows == null
        ? null
        : ConstantRows.of(cluster, name.toString(), rows.schema(), rows.build());
  }
}
