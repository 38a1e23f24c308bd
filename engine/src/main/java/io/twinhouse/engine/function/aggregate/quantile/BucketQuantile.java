// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * quantilePrometheusHistogram: values are the upper bounds of buckets, weights how many lie in a
 * bucket or one below it. The last bucket has no bound, and the first one starts at zero.
 */
final class BucketQuantile extends WeightTable<BucketQuantile> {

  BucketQuantile(Levels levels, Type type, int width, Reservation memory) {
    super(levels, type, width, memory);
  }

  @Override
  long none(boolean several) {
    return 0;
  }

  @Override
  Answer answer(int[] keys) {
    int last = keys.length - 1;
    boolean open = bound(keys[last]) == Double.POSITIVE_INFINITY;
    if (last < 1 || !open) {
      return level -> Double.doubleToRawLongBits(Double.NaN);
    }
    double all = DoubleLane.ofUnsigned(weights().count(keys[last]));
    return level -> numbers().cut(at(all * level, keys));
  }

  private double bound(int key) {
    return numbers().toDouble(value(key));
  }

  private double at(double place, int[] keys) {
    int from = 0;
    int to = keys.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (DoubleLane.ofUnsigned(weights().count(keys[middle])) < place) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    double bound = bound(keys[Math.min(from, keys.length - 1)]);
    if (from == 0) {
      double first = DoubleLane.ofUnsigned(weights().count(keys[0]));
      return bound > 0 ? bound * (place / first) : bound;
    }
    if (from >= keys.length - 1) {
      return bound(keys[keys.length - 2]);
    }
    long below = weights().count(keys[from - 1]);
    long reached = weights().count(keys[from]);
    double low = bound(keys[from - 1]);
    double height = DoubleLane.ofUnsigned(reached - below);
    double width = numbers().toDouble(numbers().subtract(value(keys[from]), value(keys[from - 1])));
    return low + width * (place - DoubleLane.ofUnsigned(below)) / height;
  }
}
