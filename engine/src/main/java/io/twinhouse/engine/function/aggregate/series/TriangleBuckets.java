// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.DoubleList;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * largestTriangleThreeBuckets: of each bucket of points the one that makes the largest triangle
 * with the point chosen before and the average of the bucket behind (Steinarsson, 2013).
 */
final class TriangleBuckets implements GroupObject<TriangleBuckets> {

  /** Fewer points are sorted by insertion, which leaves equal ones in their order. */
  private static final int FEW = 24;

  /** References and objects while points are sorted. */
  private static final long SORTED_BYTES = 48;

  private final List<Type> types;
  private final long buckets;
  private final Reservation memory;
  private final DoubleList xs;
  private final DoubleList ys;

  TriangleBuckets(List<Type> types, long buckets, Reservation memory) {
    this.types = types;
    this.buckets = buckets;
    this.memory = memory;
    xs = new DoubleList(memory);
    ys = new DoubleList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    double x = number(in, 0, row);
    double y = number(in, 1, row);
    if (!Double.isNaN(x) && !Double.isNaN(y)) {
      xs.add(x);
      ys.add(y);
    }
  }

  /** Moments by their ticks. */
  private double number(RowInput in, int argument, int row) {
    return SeriesAggregates.isMoment(types.get(argument))
        ? in.word(argument, row)
        : in.number(argument, row);
  }

  @Override
  public void merge(TriangleBuckets other) {
    xs.addAll(other.xs);
    ys.addAll(other.ys);
  }

  @Override
  public void result(ColumnBuilder out) {
    long bytes = SORTED_BYTES * xs.size();
    memory.grow(bytes);
    for (double[] point : chosen(sorted())) {
      for (int i = 0; i < 2; i++) {
        ColumnBuilder part = out.elements().element(i);
        if (types.get(i).lane() == Lane.LONG && SeriesAggregates.isMoment(types.get(i))) {
          part.appendLong((long) point[i]);
        } else {
          part.appendDouble(point[i]);
        }
      }
      out.elements().endRow();
    }
    out.endRow();
    memory.shrink(bytes);
  }

  private double[][] sorted() {
    double[][] points = new double[xs.size()][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {xs.get(i), ys.get(i)};
    }
    Arrays.sort(points, Comparator.comparingDouble((double[] p) -> p[0] + 0.0));
    for (int i = 1; i < points.length && points.length >= FEW; i++) {
      if (points[i][0] == points[i - 1][0] && !Arrays.equals(points[i], points[i - 1])) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Aggregate function largestTriangleThreeBuckets is not implemented for several values"
                + " at one place, whose order is the server's own");
      }
    }
    return points;
  }

  private List<double[]> chosen(double[][] points) {
    if (points.length <= buckets) {
      return Arrays.asList(points);
    }
    if (buckets == 0) {
      return List.of();
    }
    List<double[]> chosen = new ArrayList<>();
    chosen.add(points[0]);
    if (buckets > 2) {
      double size = (double) (points.length - 2) / (buckets - 2);
      int start = 1;
      int middle = 1 + (int) Math.floor(size);
      for (long i = 0; i < buckets - 2; i++) {
        int end = Math.min(1 + (int) Math.floor(size * (i + 2)), points.length);
        chosen.add(largest(points, start, middle, end, chosen.get(chosen.size() - 1)));
        start = middle;
        middle = end;
      }
    }
    if (buckets > 1) {
      chosen.add(points[points.length - 1]);
    }
    return chosen;
  }

  /** The point in {@code [start, middle)} of the largest triangle. */
  private static double[] largest(
      double[][] points, int start, int middle, int end, double[] last) {
    double x = 0;
    double y = 0;
    for (int i = middle; i < end; i++) {
      x += points[i][0];
      y += points[i][1];
    }
    x /= end - middle;
    y /= end - middle;
    int best = start;
    double most = 0;
    for (int i = start; i < middle; i++) {
      double[] p = points[i];
      double sum =
          last[0] * p[1] + p[0] * y + x * last[1] - last[0] * y - p[0] * last[1] - x * p[1];
      double area = Math.abs(0.5 * sum);
      if (area > most) {
        most = area;
        best = i;
      }
    }
    return points[best];
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, xs.size());
    StateBytes.writeVarint(out, ys.size());
    for (int i = 0; i < xs.size(); i++) {
      StateBytes.writeDouble(out, xs.get(i));
    }
    for (int i = 0; i < ys.size(); i++) {
      StateBytes.writeDouble(out, ys.get(i));
    }
  }

  @Override
  public void read(StateReader in) {
    int countX = in.readCount(8);
    int countY = in.readCount(8);
    if (countX != countY) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "A state of largestTriangleThreeBuckets has " + countX + " x and " + countY + " y");
    }
    for (int i = 0; i < countX; i++) {
      xs.add(in.readDouble());
    }
    for (int i = 0; i < countY; i++) {
      ys.add(in.readDouble());
    }
  }
}
