// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * quantileInterpolatedWeighted: a value stands in the middle of its weight, and between two values
 * lies a straight line. Differences are taken in the type of the values, where they may wrap.
 */
final class InterpolatedQuantile extends WeightTable<InterpolatedQuantile> {

  InterpolatedQuantile(Levels levels, Type type, int width, Reservation memory) {
    super(levels, type, width, memory);
  }

  @Override
  long none(boolean several) {
    return numbers().isFloating() && !several ? Double.doubleToRawLongBits(Double.NaN) : 0;
  }

  @Override
  Answer answer(int[] keys) {
    double sum = 0;
    for (int key : weights().order()) {
      sum += weight(key);
    }
    double[] places = new double[keys.length];
    double reached = 0;
    for (int i = 0; i < keys.length; i++) {
      double weight = weight(keys[i]);
      reached += weight;
      places[i] = sum == 0 ? weight : (reached - 0.5 * weight) / sum;
    }
    return level -> at(level, keys, places);
  }

  private double weight(int key) {
    return DoubleLane.ofUnsigned(weights().count(key));
  }

  private long at(double level, int[] keys, double[] places) {
    int left = left(level, places);
    int right = Math.min(left + 1, keys.length - 1);
    long low = value(keys[left]);
    long high = value(keys[right]);
    if (level < places[left]) {
      high = low;
    }
    if (level > places[right]) {
      low = high;
    }
    double width = places[right] - places[left];
    double rise = numbers().toDouble(numbers().subtract(high, low));
    double slope = rise / (width == 0 ? 1 : width);
    return numbers().cut(numbers().toDouble(low) + slope * (level - places[left]));
  }

  /** The last value from which a line leads to a level, the first one below all. */
  private static int left(double level, double[] places) {
    int size = places.length;
    if (size < 2) {
      return 0;
    }
    if (level >= places[size - 2]) {
      return size - 2;
    }
    int found = 0;
    int start = 0;
    int end = size - 1;
    while (start <= end) {
      int middle = start + (end - start) / 2;
      if (level > places[middle + 1]) {
        start = middle + 1;
      } else {
        found = middle;
        end = middle - 1;
      }
    }
    return found;
  }
}
