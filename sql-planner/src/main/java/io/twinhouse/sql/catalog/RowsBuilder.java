// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.TypeParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects rows of strings, numbers and flags. Not thread-safe. */
final class RowsBuilder {

  private final Schema schema;
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private int rows;

  /**
   * @param declared names and types in turn: {@code "name", "String"}
   */
  RowsBuilder(String... declared) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < declared.length; i += 2) {
      fields.add(new Field(declared[i], TypeParser.parse(declared[i + 1])));
    }
    schema = new Schema(fields);
    schema.types().forEach(type -> columns.add(ColumnBuilder.of(type)));
  }

  /** Adds a row: String, Long, Boolean or null for each column. */
  void add(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      append(columns.get(i), values[i]);
    }
    rows++;
  }

  private static void append(ColumnBuilder column, @Nullable Object value) {
    if (value == null) {
      column.appendNull();
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      column.appendBytes(bytes, 0, bytes.length);
    } else if (value instanceof Boolean flag) {
      column.appendLong(flag ? 1 : 0);
    } else {
      column.appendLong((Long) value);
    }
  }

  Schema schema() {
    return schema;
  }

  Batch build() {
    return Batch.of(rows, columns.stream().map(ColumnBuilder::build).toList());
  }
}
