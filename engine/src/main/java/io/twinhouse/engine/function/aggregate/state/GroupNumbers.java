// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

/** What the rows of a batch have in common. */
public final class GroupNumbers {

  private GroupNumbers() {}

  /** The group that every row belongs to, or -1 if there are several (or rows are left out). */
  public static int single(int[] groups, int rows) {
    if (rows == 0 || groups[0] < 0 || groups[0] != groups[rows - 1]) {
      return -1;
    }
    int first = groups[0];
    int difference = 0;
    for (int row = 0; row < rows; row++) {
      difference |= groups[row] ^ first;
    }
    return difference == 0 ? first : -1;
  }
}
