// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.index;

import java.util.Arrays;

/**
 * Row sets spread out as words of 64 rows, one block at a time, so that a scan that goes through a
 * part in order tests 64 rows at once. One thread.
 */
public final class RowWords {

  /** Heap bytes that one of these takes. */
  public static final int BYTES = RowSet.BLOCK_ROWS / Byte.SIZE;

  private final long[] words = new long[RowSet.BLOCK_ROWS / Long.SIZE];
  private RowSet rows = RowSet.EMPTY;
  private int block = -1;

  /** Turns to another set. */
  public void use(RowSet newRows) {
    rows = newRows;
    block = -1;
  }

  /**
   * Writes those of rows {@code [from, from + count)} that are not in the set.
   *
   * @param less is taken off each row number written
   * @return how many were written
   */
  public int outside(int from, int count, int less, int[] target) {
    int kept = 0;
    int end = from + count;
    for (int at = from; at < end; ) {
      spread(at / RowSet.BLOCK_ROWS);
      int word = at % RowSet.BLOCK_ROWS / Long.SIZE;
      int shift = at % Long.SIZE;
      int taken = Math.min(Long.SIZE - shift, end - at);
      long left = ~words[word] >>> shift & -1L >>> (Long.SIZE - taken);
      kept = append(left, at - less, target, kept);
      at += taken;
    }
    return kept;
  }

  private static int append(long set, int first, int[] target, int at) {
    int kept = at;
    for (long left = set; left != 0; left &= left - 1) {
      target[kept++] = first + Long.numberOfTrailingZeros(left);
    }
    return kept;
  }

  private void spread(int wanted) {
    if (wanted != block) {
      Arrays.fill(words, 0);
      rows.spread(wanted, words);
      block = wanted;
    }
  }
}
