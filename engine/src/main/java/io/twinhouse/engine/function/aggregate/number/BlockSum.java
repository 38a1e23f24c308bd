// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

/** The order in which ClickHouse adds up one block of floats that all go to one sum. */
final class BlockSum {

  private static final int LANES = 16;

  private BlockSum() {}

  /** {@code sum} and the values of all rows whose group is not negative. */
  static double add(double sum, double[] values, int[] groups, int rows) {
    double[] lanes = new double[LANES];
    int whole = rows - rows % LANES;
    for (int row = 0; row < whole; row += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        if (groups[row + lane] >= 0) {
          lanes[lane] += values[row + lane];
        }
      }
    }
    double total = sum;
    for (double lane : lanes) {
      total += lane;
    }
    double rest = 0;
    for (int row = whole; row < rows; row++) {
      if (groups[row] >= 0) {
        rest += values[row];
      }
    }
    return total + rest;
  }
}
