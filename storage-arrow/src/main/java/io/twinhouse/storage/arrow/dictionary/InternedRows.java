// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.function.hash.SipHash24;
import java.util.Arrays;

/**
 * Some rows of a column whose ids are wanted: those that are neither NULL nor what the row before
 * them is, with their hashes. One thread.
 */
final class InternedRows {

  private final BytesColumn column;
  private final int[] rows;
  private final long[] hashes;
  private final int[] guesses;

  /** The last row that was not NULL, and its id. */
  private int last = -1;

  private int lastId;

  /**
   * @param most rows at a time
   */
  InternedRows(BytesColumn column, int most) {
    this.column = column;
    this.rows = new int[most];
    this.hashes = new long[most];
    this.guesses = new int[most];
  }

  /** Hashes what is new in the rows {@code [from, to)}; returns how many rows that are. */
  int hash(int from, int to) {
    byte[] data = column.data();
    int[] offsets = column.offsets();
    int count = 0;
    for (int row = from; row < to; row++) {
      if (!column.isNull(row)) {
        if (last < 0 || !same(data, offsets, last, row)) {
          rows[count] = row;
          hashes[count++] = SipHash24.hash64(data, offsets[row], offsets[row + 1] - offsets[row]);
        }
        last = row;
      }
    }
    return count;
  }

  private static boolean same(byte[] data, int[] offsets, int left, int right) {
    return Arrays.equals(
        data, offsets[left], offsets[left + 1], data, offsets[right], offsets[right + 1]);
  }

  int row(int index) {
    return rows[index];
  }

  long[] hashes() {
    return hashes;
  }

  /** Room for what the hashes are guessed to be. */
  int[] guesses() {
    return guesses;
  }

  /** Gives the other rows of {@code [from, to)} their ids: 0 or that of the row before them. */
  void spread(int[] ids, int from, int to, int count) {
    int next = 0;
    for (int row = from; row < to; row++) {
      if (next < count && rows[next] == row) {
        lastId = ids[row];
        next++;
      } else {
        ids[row] = column.isNull(row) ? 0 : lastId;
      }
    }
  }
}
