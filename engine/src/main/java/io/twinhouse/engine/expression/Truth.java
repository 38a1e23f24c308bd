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
      long[] values = longs.values();
      for (int row = 0; row < count; row++) {
        rows[kept] = row;
        kept += values[row] != 0 ? 1 : 0;
      }
    } else {
      long[] values = longs.values();
      for (int row = 0; row < count; row++) {
        rows[kept] = row;
        kept += values[row] != 0 && !nulls[row] ? 1 : 0;
      }
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
