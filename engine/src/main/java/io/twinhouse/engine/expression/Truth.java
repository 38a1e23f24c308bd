// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** What counts as true: neither 0 nor NULL. */
final class Truth {

  private Truth() {}

  static boolean is(Column column, int row) {
    if (column.isNull(row)) {
      return false;
    }
    if (column instanceof LongColumn longs) {
      return longs.values()[row] != 0;
    }
    if (column instanceof ConstantColumn constant) {
      return is(constant.value(), 0);
    }
    if (column instanceof DoubleColumn doubles) {
      return doubles.values()[row] != 0;
    }
    if (column instanceof WideColumn wide) {
      long bits = 0;
      for (int word = 0; word < wide.words(); word++) {
        bits |= wide.values()[row * wide.words() + word];
      }
      return bits != 0;
    }
    throw new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER,
        "A condition must be a number; cast it or compare it with a value");
  }

  /** Keeps the rows whose value is true; returns how many. */
  static int keep(Column column, int[] rows, int count) {
    if (column instanceof ConstantColumn constant) {
      return is(constant.value(), 0) ? count : 0;
    }
    if (column instanceof LongColumn longs) {
      return keepLongs(longs.values(), column.nulls(), rows, count);
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (is(column, rows[i])) {
        rows[kept++] = rows[i];
      }
    }
    return kept;
  }

  /** Keeps the rows of a whole column whose value is true; returns how many. */
  static int keepAll(Column column, int[] rows, int count) {
    int kept = 0;
    boolean[] nulls = column.nulls();
    if (!(column instanceof LongColumn longs)) {
      for (int row = 0; row < count; row++) {
        rows[kept] = row;
        kept += is(column, row) ? 1 : 0;
      }
    } else if (nulls == null) {
      kept = keepAll(longs.values(), rows, count);
    } else {
      long[] values = longs.values();
      for (int row = 0; row < count; row++) {
        rows[kept] = row;
        kept += values[row] != 0 && !nulls[row] ? 1 : 0;
      }
    }
    return kept;
  }

  /**
   * Most conditions hold for few rows: eight at a time are passed over when none of them counts.
   */
  private static int keepAll(long[] values, int[] rows, int count) {
    int kept = 0;
    int row = 0;
    for (; row + 8 <= count; row += 8) {
      long low = values[row] | values[row + 1] | values[row + 2] | values[row + 3];
      long high = values[row + 4] | values[row + 5] | values[row + 6] | values[row + 7];
      if ((low | high) != 0) {
        kept = keepRange(values, rows, kept, row, row + 8);
      }
    }
    return keepRange(values, rows, kept, row, count);
  }

  private static int keepRange(long[] values, int[] rows, int before, int from, int to) {
    int kept = before;
    for (int row = from; row < to; row++) {
      rows[kept] = row;
      kept += values[row] != 0 ? 1 : 0;
    }
    return kept;
  }

  private static int keepLongs(
      long[] values, boolean @org.jspecify.annotations.Nullable [] nulls, int[] rows, int count) {
    int kept = 0;
    if (nulls == null) {
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        rows[kept] = row;
        kept += values[row] != 0 ? 1 : 0;
      }
    } else {
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        rows[kept] = row;
        kept += values[row] != 0 && !nulls[row] ? 1 : 0;
      }
    }
    return kept;
  }
}
