// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import org.jspecify.annotations.Nullable;

/** What choosing rows of a decoded column costs, known before the copy is made. */
final class Slices {
  private Slices() {}

  /** Bytes that {@code column.gather(rows, count)} will hold. */
  static long bytesOf(Column column, int[] rows, int count) {
    long nulls = column.nulls() == null ? 0 : count;
    if (column instanceof LongColumn || column instanceof DoubleColumn) {
      return 8L * count + nulls;
    }
    if (column instanceof WideColumn wide) {
      return 8L * wide.words() * count + nulls;
    }
    if (column instanceof BytesColumn bytes) {
      return 4L * (count + 1) + nulls + total(bytes.offsets(), rows, count);
    }
    if (column instanceof ArrayColumn array) {
      int[] elements = elementsOf(array, rows, count);
      return 4L * (count + 1) + bytesOf(array.elements(), elements, elements.length);
    }
    long sum = 0;
    for (Column element : ((TupleColumn) column).elements()) {
      sum += bytesOf(element, rows, count);
    }
    return sum;
  }

  /** The same values with these flags in place of none. */
  static Column withNulls(Column column, boolean @Nullable [] nulls) {
    int size = column.size();
    if (column instanceof LongColumn whole) {
      return LongColumn.of(whole.values(), size, nulls);
    }
    if (column instanceof DoubleColumn real) {
      return DoubleColumn.of(real.values(), size, nulls);
    }
    if (column instanceof WideColumn wide) {
      return WideColumn.of(wide.values(), wide.words(), size, nulls);
    }
    BytesColumn bytes = (BytesColumn) column;
    return BytesColumn.of(bytes.data(), bytes.offsets(), size, nulls);
  }

  private static long total(int[] offsets, int[] rows, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += offsets[rows[i] + 1] - offsets[rows[i]];
    }
    return sum;
  }

  private static int[] elementsOf(ArrayColumn array, int[] rows, int count) {
    int[] offsets = array.offsets();
    int[] elements = new int[Math.toIntExact(total(offsets, rows, count))];
    int end = 0;
    for (int i = 0; i < count; i++) {
      for (int e = offsets[rows[i]]; e < offsets[rows[i] + 1]; e++) {
        elements[end++] = e;
      }
    }
    return elements;
  }
}
