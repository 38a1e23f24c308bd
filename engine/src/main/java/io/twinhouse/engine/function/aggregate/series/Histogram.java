// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * histogram: weighted points of which the two nearest are fused while there are too many (Ben-Haim
 * and Tom-Tov, "A Streaming Parallel Decision Tree Algorithm").
 */
final class Histogram implements GroupObject<Histogram> {

  /** The gap behind a point, and which point. */
  private record Gap(double width, int left) {}

  private static final double EPSILON = Math.ulp(1.0);

  private final int bins;
  private double[][] points;
  private int size;
  private double lower = Double.MAX_VALUE;
  private double upper = -Double.MAX_VALUE;

  Histogram(int bins, Reservation memory) {
    this.bins = bins;
    memory.grow(2L * bins * (16 + 16 + 4));
    points = new double[2 * bins][2];
  }

  @Override
  public void add(RowInput in, int row) {
    add(in.number(0, row), 1);
  }

  private void add(double mean, double weight) {
    if (Double.isNaN(mean) || Double.isInfinite(mean)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Invalid value (inf or nan) for aggregation by 'histogram' function");
    }
    points[size][0] = mean;
    points[size][1] = weight;
    size++;
    lower = Math.min(lower, mean);
    upper = Math.max(upper, mean);
    if (size >= 2 * bins) {
      compress();
    }
  }

  private static void fuse(double[] into, double[] other) {
    double weight = other[1] + into[1];
    into[0] = into[0] + other[1] * (other[0] - into[0]) / weight;
    into[1] = weight;
  }

  private void compress() {
    Arrays.sort(points, 0, size, Comparator.comparingDouble((double[] p) -> p[0] + 0.0));
    if (size <= bins) {
      return;
    }
    int[] previous = new int[size];
    int[] next = new int[size];
    boolean[] gone = new boolean[size];
    PriorityQueue<Gap> gaps =
        new PriorityQueue<>(Comparator.comparingDouble(Gap::width).thenComparingInt(Gap::left));
    for (int i = 0; i < size; i++) {
      previous[i] = i - 1;
      next[i] = i + 1;
      if (i + 1 < size) {
        gaps.add(new Gap(points[i + 1][0] - points[i][0], i));
      }
    }
    int left = size;
    while (left > bins && !gaps.isEmpty()) {
      Gap gap = gaps.remove();
      int at = gap.left;
      int right = next[at];
      if (gone[at] || right >= size || points[right][0] - points[at][0] > gap.width) {
        continue;
      }
      fuse(points[at], points[right]);
      gone[right] = true;
      next[at] = next[right];
      if (next[at] < size) {
        previous[next[at]] = at;
        gaps.add(new Gap(points[next[at]][0] - points[at][0], at));
      }
      if (previous[at] >= 0) {
        gaps.add(new Gap(points[at][0] - points[previous[at]][0], previous[at]));
      }
      left--;
    }
    int end = 0;
    for (int i = 0; i < size; i++) {
      if (!gone[i]) {
        double[] kept = points[i];
        points[i] = points[end];
        points[end++] = kept;
      }
    }
    size = end;
  }

  /** Fuses points whose means differ in their last digit alone. */
  private void fuseEqual() {
    int at = 0;
    for (int right = 1; right < size; right++) {
      double least = 10 * Math.abs(points[at][0] + points[right][0]) * EPSILON;
      if (points[at][0] + least >= points[right][0]) {
        fuse(points[at], points[right]);
      } else {
        at++;
        double[] kept = points[right];
        points[right] = points[at];
        points[at] = kept;
      }
    }
    size = Math.min(size, at + 1);
  }

  @Override
  public void result(ColumnBuilder out) {
    compress();
    fuseEqual();
    ColumnBuilder rows = out.elements();
    for (int i = 0; i < size; i++) {
      boolean last = i + 1 == size;
      double mean = points[i][0];
      double weight = points[i][1];
      double before = i == 0 ? weight : (points[i - 1][1] + weight * 3) / 4;
      double behind = last ? weight : (points[i + 1][1] + weight * 3) / 4;
      rows.element(0).appendDouble(i == 0 ? lower : (mean + points[i - 1][0]) / 2);
      rows.element(1).appendDouble(last ? upper : (mean + points[i + 1][0]) / 2);
      rows.element(2).appendDouble((before + behind) / 2);
      rows.endRow();
    }
    out.endRow();
  }

  @Override
  public void merge(Histogram other) {
    lower = Math.min(lower, other.lower);
    upper = Math.max(upper, other.upper);
    for (int i = 0; i < other.size; i++) {
      add(other.points[i][0], other.points[i][1]);
    }
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeDouble(out, lower);
    StateBytes.writeDouble(out, upper);
    StateBytes.writeVarint(out, size);
    for (int i = 0; i < size; i++) {
      StateBytes.writeDouble(out, points[i][0]);
      StateBytes.writeDouble(out, points[i][1]);
    }
  }

  @Override
  public void read(StateReader in) {
    lower = in.readDouble();
    upper = in.readDouble();
    size = in.readCount(16);
    if (size > points.length) {
      throw new TwinhouseException(ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too many bins: " + size);
    }
    for (int i = 0; i < size; i++) {
      points[i][0] = in.readDouble();
      points[i][1] = in.readDouble();
    }
  }
}
