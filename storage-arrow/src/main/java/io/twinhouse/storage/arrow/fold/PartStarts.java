// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import java.util.Arrays;

/** Which of the rows that are folded together were in one part before. */
public final class PartStarts {

  /** Rows that are in no part yet. */
  public static final PartStarts NONE = new PartStarts(new int[0]);

  private final int[] starts;

  private PartStarts(int[] starts) {
    this.starts = starts;
  }

  /**
   * Parts that follow each other.
   *
   * @param rows of each of them
   */
  public static PartStarts of(int[] rows) {
    int[] starts = new int[rows.length];
    for (int i = 1; i < rows.length; i++) {
      starts[i] = starts[i - 1] + rows[i - 1];
    }
    return new PartStarts(starts);
  }

  /** Whether two rows are of one part. */
  boolean together(int left, int right) {
    return starts.length > 0 && part(left) == part(right);
  }

  private int part(int row) {
    int found = Arrays.binarySearch(starts, row);
    return found >= 0 ? found : -found - 2;
  }
}
