// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of String columns. */
record TextRows(Schema schema) {

  static TextRows of(String... names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(new Field(name, StringType.INSTANCE));
    }
    return new TextRows(new Schema(fields));
  }

  /** The same with column {@code index} Nullable. */
  TextRows nullable(int index) {
    List<Field> fields = new ArrayList<>(schema.fields());
    fields.set(index, new Field(schema.field(index).name(), StringType.INSTANCE.toNullable()));
    return new TextRows(new Schema(fields));
  }

  Batch batch(List<List<String>> rows) {
    return batchOfNullables(
        rows.stream()
            .map(row -> (List<@Nullable String>) new ArrayList<@Nullable String>(row))
            .toList());
  }

  Batch batchOfNullables(List<List<@Nullable String>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      @Nullable String[] texts = new @Nullable String[rows.size()];
      for (int row = 0; row < texts.length; row++) {
        texts[row] = rows.get(row).get(i);
      }
      columns.add(BytesColumn.ofStrings(texts));
    }
    return Batch.of(rows.size(), columns);
  }
}
