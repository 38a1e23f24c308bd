// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of system.columns. */
final class ColumnRows {

  private ColumnRows() {}

  static void fill(SystemRows rows, StoredObjects objects) {
    for (Map.Entry<String, SystemSchemas> database : SystemCatalog.SCHEMAS.entrySet()) {
      for (SystemTable table : database.getValue().tables().values()) {
        long position = 0;
        for (ColumnDefinition column : table.columns()) {
          TableName name = new TableName(database.getKey(), table.name());
          add(rows, objects, name, column, ++position, null, List.of());
        }
      }
    }
    for (Table table : objects.tables()) {
      TableDefinition definition = table.definition();
      List<PartInfo> parts = table.parts();
      long position = 0;
      TableDefinition shown = objects.aliased(definition);
      for (ColumnDefinition column : shown.columns()) {
        add(rows, objects, definition.name(), column, ++position, shown, parts);
      }
    }
    for (ViewDefinition view : objects.views()) {
      long position = 0;
      for (ColumnDefinition column : view.columns()) {
        add(rows, objects, view.name(), column, ++position, null, List.of());
      }
    }
  }

  private static void add(
      SystemRows rows,
      StoredObjects objects,
      TableName table,
      ColumnDefinition column,
      long position,
      @Nullable TableDefinition keys,
      List<PartInfo> parts) {
    if (!objects.visible().column(table, column.name())) {
      return;
    }
    Type type = column.type();
    Long precision = precision(type);
    String codec = column.codec();
    rows.add(
        "database",
        table.database(),
        "table",
        table.table(),
        "name",
        column.name(),
        "type",
        type.name(),
        "position",
        position,
        "default_kind",
        column.kind() == Kind.PLAIN ? "" : column.kind().name(),
        "default_expression",
        ShownText.of(column.expression()),
        "data_compressed_bytes",
        bytes(column.name(), parts),
        "comment",
        column.comment(),
        "is_in_partition_key",
        keys != null && isIn(column.name(), keys.partitionBy()),
        "is_in_sorting_key",
        keys != null && isIn(column.name(), KeyColumns.sortingKey(keys)),
        "is_in_primary_key",
        keys != null && isIn(column.name(), keys.primaryKey()),
        "is_in_sampling_key",
        keys != null && isIn(column.name(), keys.sampleBy()),
        "compression_codec",
        codec.isEmpty() ? "" : "CODEC(" + codec + ")",
        "character_octet_length",
        type.base() instanceof FixedStringType f ? f.length() + 0L : null,
        "numeric_precision",
        precision,
        "numeric_precision_radix",
        precision == null ? null : radix(type),
        "numeric_scale",
        precision == null ? null : scale(type),
        "datetime_precision",
        datePrecision(type));
  }

  private static long bytes(String column, List<PartInfo> parts) {
    return parts.stream()
        .flatMap(part -> part.columns().stream())
        .filter(of -> of.name().equals(column))
        .mapToLong(PartInfo.Column::bytes)
        .sum();
  }

  private static @Nullable Long precision(Type type) {
    if (type instanceof LowCardinalityType) {
      return null;
    }
    Type base = type.base();
    if (base instanceof IntegerType integer) {
      return (long) integer.bits();
    }
    if (base instanceof BoolType) {
      return 8L;
    }
    return base instanceof DecimalType decimal ? (long) decimal.precision() : null;
  }

  private static long radix(Type type) {
    return type.base() instanceof DecimalType ? 10 : 2;
  }

  private static long scale(Type type) {
    return type.base() instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private static @Nullable Long datePrecision(Type type) {
    Type base = type.base();
    if (base instanceof DateTime64Type time) {
      return (long) time.precision();
    }
    return base instanceof DateType || base instanceof DateTimeType ? 0L : null;
  }

  private static boolean isIn(String column, @Nullable String key) {
    return key != null && isIn(column, List.of(key));
  }

  private static boolean isIn(String column, List<String> key) {
    return KeyColumns.isIn(column, key);
  }
}
