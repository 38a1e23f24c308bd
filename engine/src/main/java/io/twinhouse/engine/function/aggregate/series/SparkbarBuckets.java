// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.lane.DoubleLane;
import java.util.Arrays;
import java.util.Map;

/** The averages of heights in buckets of places, drawn in eight levels. */
final class SparkbarBuckets {

  private static final String[] BARS = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  private static final int STEPS = 7;

  private final SparkbarShape shape;
  private final Numbers heights;
  private final long[] sums;
  private final int[] counts;
  private final int[] points;

  /** Sums that the order of more terms would change. */
  private final boolean[] loose;

  SparkbarBuckets(SparkbarShape shape) {
    this.shape = shape;
    heights = shape.heights();
    sums = new long[shape.width()];
    counts = new int[shape.width()];
    points = new int[shape.width()];
    loose = new boolean[shape.width()];
  }

  String bar(Map<Long, Long> given, long from, long to) {
    long delta = to - from;
    double range = DoubleLane.ofUnsigned(delta == shape.largestX() ? delta : delta + 1);
    given.forEach(
        (x, y) -> {
          if (Long.compareUnsigned(x, from) >= 0 && Long.compareUnsigned(x, to) <= 0) {
            double place = sums.length / range * DoubleLane.ofUnsigned(x - from);
            add(Math.min((int) place, sums.length - 1), y);
          }
        });
    return heights.isFloating() ? floats() : integers();
  }

  private void add(int bucket, long y) {
    points[bucket]++;
    if (heights.isFloating()) {
      sums[bucket] = heights.add(sums[bucket], y);
      counts[bucket]++;
      double height = heights.toDouble(y);
      double sum = heights.toDouble(sums[bucket]);
      loose[bucket] |= height != Math.rint(height) || sum > mostExact();
    } else if (shape.overflows(sums[bucket], y)) {
      sums[bucket] = shape.largestY();
      loose[bucket] = true;
    } else {
      sums[bucket] += y;
      counts[bucket]++;
    }
    if (loose[bucket] && points[bucket] > 2) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Aggregate function sparkbar is not implemented for sums of three fractions and more or"
              + " beyond their type, which hang on the order of a hash table; cast the heights to"
              + " wider integers");
    }
  }

  private double mostExact() {
    return shape.rounded(0.1) == 0.1 ? 0x1p53 : 0x1p24;
  }

  private String floats() {
    double most = 0;
    double[] averages = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double sum = heights.toDouble(sums[i]);
      averages[i] = counts[i] > 0 ? shape.rounded(sum / counts[i]) : sum;
      most = Math.max(most, averages[i]);
    }
    double step = shape.rounded(most / STEPS);
    StringBuilder bar = new StringBuilder();
    for (double average : averages) {
      double level = average > 0 ? shape.rounded(shape.rounded(average / step) + 1) : 0;
      bar.append(BARS[level < 1 || level > 8 || Double.isNaN(level) ? 0 : (int) level]);
    }
    return most == 0 ? "" : bar.toString();
  }

  private String integers() {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts[i] > 0 ? Long.divideUnsigned(sums[i], counts[i]) : sums[i];
    }
    long most = Arrays.stream(sums).reduce(0, (a, b) -> Long.compareUnsigned(a, b) > 0 ? a : b);
    StringBuilder bar = new StringBuilder();
    for (long average : sums) {
      bar.append(BARS[average == 0 ? 0 : level(average, most)]);
    }
    return most == 0 ? "" : bar.toString();
  }

  private int level(long average, long most) {
    boolean fits = Long.compareUnsigned(average, Long.divideUnsigned(shape.largestY(), STEPS)) <= 0;
    long level =
        fits
            ? Long.divideUnsigned(average * STEPS, most) + 1
            : Long.divideUnsigned(average, Long.divideUnsigned(most, STEPS)) + 1;
    return level > 8 ? 0 : (int) level;
  }
}
