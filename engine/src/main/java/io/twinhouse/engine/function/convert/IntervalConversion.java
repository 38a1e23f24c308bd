// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.IntervalType.Unit;

/**
 * Intervals of one unit as intervals of another. To the server a month has four weeks here, a
 * quarter three months and a year four quarters, and what is left over is dropped.
 */
final class IntervalConversion {

  private IntervalConversion() {}

  static Conversion of(Unit from, Unit to) {
    if (from == to) {
      return Conversion.NONE;
    }
    boolean finer = to.ordinal() < from.ordinal();
    long factor = finer ? between(to, from) : between(from, to);
    return source -> {
      long[] values = ((LongColumn) source).values();
      long[] result = new long[source.size()];
      for (int row = 0; row < result.length; row++) {
        result[row] = finer ? values[row] * factor : values[row] / factor;
      }
      return LongColumn.of(result, result.length, null);
    };
  }

  private static long between(Unit small, Unit large) {
    long factor = 1;
    for (int i = small.ordinal() + 1; i <= large.ordinal(); i++) {
      factor *= inUnitBelow(Unit.values()[i]);
    }
    return factor;
  }

  private static long inUnitBelow(Unit unit) {
    return switch (unit) {
      case NANOSECOND -> 1;
      case MICROSECOND, MILLISECOND, SECOND -> 1000;
      case MINUTE, HOUR -> 60;
      case DAY -> 24;
      case WEEK -> 7;
      case MONTH, YEAR -> 4;
      case QUARTER -> 3;
    };
  }
}
