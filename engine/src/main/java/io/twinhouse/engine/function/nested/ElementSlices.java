// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;

/** Runs of elements as columns of their own. */
public final class ElementSlices {

  private ElementSlices() {}

  /** Rows {@code [from, from + count)}; the first ones share the arrays of {@code column}. */
  public static Column slice(Column column, int from, int count) {
    if (column.size() == count && from == 0) {
      return column;
    }
    if (column instanceof ConstantColumn constant) {
      return ConstantColumn.of(constant.value(), count);
    }
    if (from > 0) {
      int[] rows = new int[count];
      for (int i = 0; i < count; i++) {
        rows[i] = from + i;
      }
      return column.gather(rows, count);
    }
    return head(column, count);
  }

  private static Column head(Column column, int count) {
    if (column instanceof LongColumn longs) {
      return LongColumn.of(longs.values(), count, longs.nulls());
    }
    if (column instanceof DoubleColumn doubles) {
      return DoubleColumn.of(doubles.values(), count, doubles.nulls());
    }
    if (column instanceof BytesColumn bytes) {
      return BytesColumn.of(bytes.data(), bytes.offsets(), count, bytes.nulls());
    }
    if (column instanceof DictionaryColumn coded) {
      return DictionaryColumn.of(coded.ids(), coded.dictionary(), count, coded.nulls());
    }
    if (column instanceof WideColumn wide) {
      return WideColumn.of(wide.values(), wide.words(), count, wide.nulls());
    }
    if (column instanceof ArrayColumn array) {
      return ArrayColumn.of(array.offsets(), array.elements(), count);
    }
    return TupleColumn.of(
        ((TupleColumn) column).elements().stream().map(part -> slice(part, 0, count)).toList(),
        count);
  }
}
