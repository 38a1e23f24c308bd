// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.source.NumbersTable;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Tables of database {@code system} that the planner answers itself. */
final class SystemTables {

  static final String DATABASE = "system";

  private SystemTables() {}

  static @Nullable RelNode find(AnalysisContext context, TableName name) {
    if (!name.database().equals(DATABASE)) {
      return null;
    }
    return switch (name.table()) {
      case "one" ->
          ConstantRows.of(
              context.cluster(),
              "system.one",
              Schema.of(new Field("dummy", IntegerType.UINT8)),
              Batch.of(1, LongColumn.of(0)));
      case "numbers", "numbers_mt" -> {
        NumbersTable table = new NumbersTable("number", 0, Long.MAX_VALUE, 1);
        yield ReadTable.of(
            context.cluster(),
            new ReadTable.Source(table, name.table(), false, false, null),
            List.of(ColumnRead.of("number", IntegerType.UINT64)),
            null);
      }
      default -> null;
    };
  }
}
