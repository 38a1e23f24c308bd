// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * quantileExactWeightedInterpolated: the value at a place among all, each repeated as often as it
 * weighs, and on the line between two of them.
 */
final class ExactInterpolatedQuantile extends WeightTable<ExactInterpolatedQuantile> {

  /** Whether a result is a time, which is cut. */
  private final boolean time;

  ExactInterpolatedQuantile(Levels levels, Type type, boolean time, int width, Reservation memory) {
    super(levels, type, width, memory);
    this.time = time;
  }

  @Override
  long none(boolean several) {
    return Double.doubleToRawLongBits(Double.NaN);
  }

  @Override
  void weigh(long raw, RowInput in, int row) {
    if (in.word(1, row) != 0) {
      super.weigh(raw, in, row);
    }
  }

  @Override
  void append(long value, ColumnBuilder out) {
    double number = Double.longBitsToDouble(value);
    if (time) {
      out.appendLong((long) number);
    } else {
      out.appendDouble(number);
    }
  }

  @Override
  Answer answer(int[] keys) {
    long[] reached = new long[keys.length];
    long sum = 0;
    for (int i = 0; i < keys.length; i++) {
      sum += weights().count(keys[i]);
      reached[i] = sum;
    }
    double last = DoubleLane.ofUnsigned(sum - 1);
    return level -> Double.doubleToRawLongBits(at(last * level, keys, reached));
  }

  private double at(double place, int[] keys, long[] reached) {
    double below = Math.floor(place);
    double above = Math.ceil(place);
    double low = valueAt(below, keys, reached);
    double high = valueAt(above, keys, reached);
    if (below == above || low == high) {
      return low;
    }
    return (above - place) * low + (place - below) * high;
  }

  /** The value whose weight goes beyond a place. */
  private double valueAt(double place, int[] keys, long[] reached) {
    long wanted = numberOf(place) + 1;
    int from = 0;
    int to = reached.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Long.compareUnsigned(reached[middle], wanted) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return numbers().toDouble(value(keys[Math.min(from, keys.length - 1)]));
  }

  private static long numberOf(double place) {
    return place >= 0x1p63 ? (long) (place - 0x1p63) ^ Long.MIN_VALUE : (long) place;
  }
}
