// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.Batch;
import java.util.Arrays;

/**
 * The order in which ClickHouse adds up the floats of a whole table: sixteen sums a block, added up
 * at its end. A block goes on behind a full batch and ends with a shorter one.
 */
final class BlockSum {

  private static final int LANES = 16;

  private final double[] lanes = new double[LANES];

  /** {@code sum} and the values of all rows whose group is not negative, as far as it shows yet. */
  double add(double sum, double[] values, int[] groups, int rows) {
    int whole = rows - rows % LANES;
    for (int row = 0; row < whole; row += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        if (groups[row + lane] >= 0) {
          lanes[lane] += values[row + lane];
        }
      }
    }
    if (rows == Batch.ROWS) {
      return sum;
    }
    double total = end(sum);
    double rest = 0;
    for (int row = whole; row < rows; row++) {
      if (groups[row] >= 0) {
        rest += values[row];
      }
    }
    return total + rest;
  }

  /** {@code sum} and the block so far, which ends here. */
  double end(double sum) {
    double total = sum;
    for (double lane : lanes) {
      total += lane;
    }
    Arrays.fill(lanes, 0);
    return total;
  }
}
