// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

/**
 * The order in which ClickHouse adds up the rows of a block that all go to one group: row i to sum
 * i modulo sixteen, those sums one after the other, then what is left over.
 */
final class BlockLanes {

  static final int COUNT = 16;

  private BlockLanes() {}

  static int of(int row) {
    return row % COUNT;
  }

  /** Adds all lanes of {@code width} sums each to the first state. */
  static void addUp(double[] lanes, int width, double[] states) {
    for (int lane = 0; lane < COUNT; lane++) {
      for (int i = 0; i < width; i++) {
        states[i] += lanes[lane * width + i];
      }
    }
  }
}
