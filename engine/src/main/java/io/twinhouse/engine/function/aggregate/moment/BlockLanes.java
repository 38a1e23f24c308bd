// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.column.Batch;
import java.util.Arrays;

/**
 * The rows of a block of a whole table go to sixteen states in turn, which are added up at its end,
 * as in ClickHouse. A block goes on behind a full batch and ends with a shorter one.
 */
final class BlockLanes {

  static final int COUNT = 16;

  private final int width;
  private final double[] sums;

  /**
   * @param width sums a state
   */
  BlockLanes(int width) {
    this.width = width;
    sums = new double[COUNT * width];
  }

  /** Adds one row to the sums from {@code at} on. */
  @FunctionalInterface
  interface Row {
    void add(double[] sums, int at, int row);
  }

  /** Adds the rows whose group is not negative, those behind the last sixteen to the state. */
  void add(int[] groups, int rows, double[] state, Row adding) {
    int whole = rows - rows % COUNT;
    for (int row = 0; row < whole; row++) {
      if (groups[row] >= 0) {
        adding.add(sums, row % COUNT * width, row);
      }
    }
    if (rows == Batch.ROWS) {
      return;
    }
    end(state);
    for (int row = whole; row < rows; row++) {
      if (groups[row] >= 0) {
        adding.add(state, 0, row);
      }
    }
  }

  /** Adds the block so far to the state; it ends here. */
  void end(double[] state) {
    for (int lane = 0; lane < COUNT; lane++) {
      for (int i = 0; i < width; i++) {
        state[i] += sums[lane * width + i];
      }
    }
    Arrays.fill(sums, 0);
  }
}
