// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json.column;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Brings rows from the form that they have in flight to the one that results have: JSON without
 * marks, and a null mask over Dynamic values. Rows of other types pass as they are.
 */
public final class ShownValues {

  private final List<Type> types;
  private final boolean any;
  private final ZoneId zone;

  /** For rows of {@code schema}, in UTC. */
  public ShownValues(Schema schema) {
    this(schema, ZoneOffset.UTC);
  }

  /** For rows of {@code schema} that are shown in a zone. */
  public ShownValues(Schema schema, ZoneId zone) {
    this.zone = zone;
    types = schema.fields().stream().map(Field::type).toList();
    any = types.stream().anyMatch(t -> HeldValues.in(t, ShownValues::concern));
  }

  private static boolean concern(Type base) {
    return base instanceof JsonType || base.carriesType();
  }

  /** The rows as results have them; valid as long as {@code rows} are. */
  public Batch of(Batch rows) {
    if (!any) {
      return rows;
    }
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      SessionZone.require(rows.column(c), types.get(c), zone);
      columns[c] =
          HeldValues.replaced(
              rows.column(c), types.get(c), ShownValues::concern, ShownValues::shown);
    }
    return Batch.of(rows.rows(), columns);
  }

  private static Column shown(Column values, Type base) {
    BytesColumn bytes = (BytesColumn) values;
    return base instanceof JsonType ? unmarked(bytes) : bytes.withNulls(empty(bytes));
  }

  private static boolean[] empty(BytesColumn values) {
    boolean[] nulls = new boolean[values.size()];
    for (int row = 0; row < nulls.length; row++) {
      nulls[row] = values.length(row) == 0;
    }
    return nulls;
  }

  /** JSON as it is shown, for what computes with its text. */
  public static BytesColumn unmarked(BytesColumn texts) {
    int size = texts.size();
    if (size == 0 || !JsonMarks.in(texts.data(), texts.offsets()[0], texts.offsets()[size])) {
      return texts;
    }
    BytesBuffer out = new BytesBuffer(size);
    TextOutput text = new TextOutput();
    for (int row = 0; row < size; row++) {
      text.reset();
      JsonMarks.write(texts.data(), texts.offsets()[row], texts.offsets()[row + 1], text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(texts.nulls());
  }
}
