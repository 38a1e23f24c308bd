// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import java.util.Arrays;
import java.util.Set;

/**
 * exponentialTimeDecayedSum and its kin: rows of the frame weigh the less the longer they are
 * before its last one. As on the server a frame that follows the one before, with rows in common,
 * is found from that one's sums.
 */
final class DecayedFunction {

  private static final Set<String> NAMES =
      Set.of(
          "exponentialTimeDecayedSum",
          "exponentialTimeDecayedAvg",
          "exponentialTimeDecayedCount",
          "exponentialTimeDecayedMax");

  private final WindowBlock block;
  private final WindowCall call;
  private double[] values = {};
  private double[] times = {};
  private double length;

  /** Of the frame before: its sums and the time of its last row. */
  private double sum;

  private double count;
  private double time;

  DecayedFunction(WindowBlock block, WindowCall call) {
    this.block = block;
    this.call = call;
  }

  static boolean knows(String name) {
    return NAMES.contains(name);
  }

  void compute(ColumnBuffer out) {
    int rows = block.rows();
    try (Reservation scratch = new Reservation(block.memory().context())) {
      scratch.grow(32L * rows);
      int[] starts = new int[rows];
      int[] ends = new int[rows];
      readArguments(rows);
      Frames frames = new Frames(block, call.frame());
      double[] results = new double[rows];
      for (int p = 0; p < block.partitions(); p++) {
        int from = block.partitionStart(p);
        int end = block.partitionEnd(p);
        frames.fill(from, end, starts, ends);
        int lastStart = from;
        int lastEnd = from;
        for (int row = from; row < end; row++) {
          Checkpoint.passSometimes(row);
          results[row] =
              call.name().endsWith("Max")
                  ? most(starts[row], ends[row])
                  : sum(starts[row], ends[row], lastStart, lastEnd);
          lastStart = starts[row];
          lastEnd = ends[row];
        }
      }
      out.append(DoubleColumn.of(results), 0, rows);
    }
  }

  /** The arguments are the value, which a count lacks, the time and the length of the decay. */
  private void readArguments(int rows) {
    int arguments = call.arguments().size();
    values = arguments > 2 ? numbers(call.arguments().get(0), rows) : new double[rows];
    times = numbers(call.arguments().get(arguments - 2), rows);
    length = rows == 0 ? 1 : numbers(call.arguments().get(arguments - 1), 1)[0];
    if (arguments == 2) {
      Arrays.fill(values, 1);
    }
  }

  private double[] numbers(int column, int rows) {
    double[] all = new double[rows];
    int row = 0;
    for (int chunk = 0; row < rows; chunk++) {
      Batch batch = block.store().chunk(chunk);
      DoubleLane lane =
          DoubleLane.of(block.node().input().schema().type(column), batch.column(column));
      for (int i = 0; i < batch.rows() && row < rows; i++) {
        all[row++] = lane.at(i);
      }
    }
    return all;
  }

  private double weight(double then, double now) {
    return Exponential.exp((then - now) / length);
  }

  private double sum(int start, int end, int lastStart, int lastEnd) {
    boolean average = call.name().endsWith("Avg");
    if (start >= end) {
      return average ? Double.NaN : 0;
    }
    double now = times[end - 1];
    double all = 0;
    double weights = 0;
    int from = start;
    if (lastStart <= start && start < lastEnd && lastEnd <= end) {
      for (int row = lastStart; row < start; row++) {
        double weight = weight(times[row], now);
        all -= weight * values[row];
        weights -= weight;
      }
      double weight = weight(time, now);
      all += weight * sum;
      weights += weight * count;
      from = lastEnd;
    }
    for (int row = from; row < end; row++) {
      double weight = weight(times[row], now);
      all += weight * values[row];
      weights += weight;
    }
    sum = all;
    count = weights;
    time = now;
    return average ? all / weights : all;
  }

  private double most(int start, int end) {
    if (start >= end) {
      return Double.NaN;
    }
    double now = times[end - 1];
    double most = -Double.MAX_VALUE;
    for (int row = start; row < end; row++) {
      if (values[row] > most || times[row] > now || most < 0) {
        double value = weight(times[row], now) * values[row];
        most = value < most ? most : value;
      }
    }
    return most;
  }
}
