// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects rows of a system table by column name. Not thread-safe. */
final class SystemRows {

  private final Schema schema;
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private int rows;

  SystemRows(Schema schema) {
    this.schema = schema;
    schema.types().forEach(type -> columns.add(ColumnBuilder.of(type)));
  }

  /**
   * Adds a row. Columns that are not named hold NULL where they may, else 0 or nothing.
   *
   * @param namesAndValues a column's name and its value in turn: String, Long, Double, Boolean,
   *     UUID, a List of these, or null
   */
  void add(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    for (int c = 0; c < columns.size(); c++) {
      append(columns.get(c), schema.type(c), values.remove(schema.field(c).name()));
    }
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("no such columns: " + values.keySet());
    }
    rows++;
  }

  private static void append(ColumnBuilder column, Type type, @Nullable Object value) {
    if (value == null) {
      column.appendAbsent(type);
    } else if (value instanceof List<?> list) {
      Type elements = type instanceof ArrayType array ? array.element() : type;
      for (Object element : list) {
        append(column.elements(), elements, element);
      }
      column.endRow();
    } else if (value instanceof String text) {
      appendText(column, type, text);
    } else if (value instanceof UUID id) {
      column.appendWide(new long[] {id.getMostSignificantBits(), id.getLeastSignificantBits()}, 0);
    } else if (value instanceof Boolean flag) {
      column.appendLong(flag ? 1 : 0);
    } else if (value instanceof Double number) {
      column.appendDouble(number);
    } else {
      column.appendLong((Long) value);
    }
  }

  private static void appendText(ColumnBuilder column, Type type, String text) {
    if (type.base() instanceof EnumType names) {
      Integer number = names.numberOf(text);
      if (number == null) {
        throw new IllegalArgumentException(text + " is none of " + names.name());
      }
      column.appendLong(number);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      column.appendBytes(bytes, 0, bytes.length);
    }
  }

  Schema schema() {
    return schema;
  }

  Batch build() {
    return Batch.of(rows, columns.stream().map(ColumnBuilder::build).toList());
  }
}
