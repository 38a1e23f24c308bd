// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import java.util.Set;

/** Functions of a row's place in its partition: row_number, rank, ntile and the like. */
final class Ranking {

  private static final Set<String> WHOLE = Set.of("row_number", "rank", "dense_rank", "ntile");
  private static final Set<String> FRACTIONS = Set.of("percent_rank", "cume_dist");

  private final WindowBlock block;
  private final WindowCall call;

  Ranking(WindowBlock block, WindowCall call) {
    this.block = block;
    this.call = call;
  }

  static boolean knows(String name) {
    return WHOLE.contains(name) || FRACTIONS.contains(name);
  }

  void compute(ColumnBuffer out) {
    int rows = block.rows();
    try (Reservation scratch = new Reservation(block.memory().context())) {
      scratch.grow(8L * rows);
      if (FRACTIONS.contains(call.name())) {
        out.append(DoubleColumn.of(fractions(new double[rows])), 0, rows);
      } else {
        out.append(LongColumn.of(numbers(new long[rows])), 0, rows);
      }
    }
  }

  private double[] fractions(double[] values) {
    boolean distributes = call.name().equals("cume_dist");
    for (int p = 0; p < block.partitions(); p++) {
      int from = block.partitionStart(p);
      int end = block.partitionEnd(p);
      int rows = end - from;
      for (int row = from; row < end; row++) {
        if (distributes) {
          values[row] = (double) (block.peerEnd(row) - from) / rows;
        } else if (rows > 1) {
          values[row] = (double) (block.peerStart(row) - from) / (rows - 1);
        }
      }
    }
    return values;
  }

  private long[] numbers(long[] values) {
    for (int p = 0; p < block.partitions(); p++) {
      Checkpoint.passSometimes(p);
      int from = block.partitionStart(p);
      int end = block.partitionEnd(p);
      switch (call.name()) {
        case "row_number" -> count(values, from, end);
        case "rank" -> rank(values, from, end);
        case "dense_rank" -> rankDensely(values, from, end);
        default -> {
          for (int row = from; row < end; row++) {
            values[row] = bucket(row, from, end);
          }
        }
      }
    }
    return values;
  }

  private static void count(long[] values, int from, int end) {
    for (int row = from; row < end; row++) {
      values[row] = row - from + 1L;
    }
  }

  private void rank(long[] values, int from, int end) {
    for (int row = from; row < end; row++) {
      values[row] = block.peerStart(row) - from + 1L;
    }
  }

  private void rankDensely(long[] values, int from, int end) {
    long dense = 0;
    for (int row = from; row < end; row++) {
      dense += block.peerStart(row) == row ? 1 : 0;
      values[row] = dense;
    }
  }

  /** The first buckets take one row more when rows do not divide evenly. */
  private long bucket(int row, int from, int end) {
    long buckets = block.longAt(call.arguments().get(0), row);
    if (buckets <= 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Argument of 'ntile' function must be greater than zero");
    }
    long rows = (long) end - from;
    long size = rows / buckets;
    long larger = rows % buckets;
    long place = (long) row - from;
    long inLarger = larger * (size + 1);
    return place < inLarger ? place / (size + 1) + 1 : larger + (place - inLarger) / size + 1;
  }
}
