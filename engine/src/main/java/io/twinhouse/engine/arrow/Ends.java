// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import java.nio.ByteBuffer;

/** Where the rows of texts and lists end, in numbers of 32 or 64 bits. */
final class Ends {

  private final boolean large;
  private ByteBuffer values = ByteBuffer.allocate(0);

  Ends(boolean large) {
    this.large = large;
  }

  void bind(BlockCursor block, int rows) {
    // A field without rows may leave out the one offset that it should have.
    values = block.buffer(rows == 0 ? 0 : (large ? 8L : 4L) * (rows + 1));
  }

  /** Positions of {@code count} rows of the same width, from 0 on. */
  static int[] even(int count, int width) {
    int[] ends = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      ends[i] = i * width;
    }
    return ends;
  }

  /** Makes positions those from the first one on. */
  static void fromFirst(int[] ends) {
    int first = ends[0];
    for (int i = 0; i < ends.length; i++) {
      ends[i] -= first;
    }
  }

  /**
   * One more than {@code count} positions.
   *
   * @param limit none may be past it
   */
  int[] read(int from, int count, int limit) {
    int[] ends = new int[count + 1];
    long before = 0;
    for (int i = 0; i <= count && count > 0; i++) {
      long end = large ? values.getLong((from + i) * 8) : values.getInt((from + i) * 4);
      if (end < before || end > limit) {
        throw BlockCursor.broken("has a row that ends at " + end + " of " + limit);
      }
      ends[i] = (int) end;
      before = end;
    }
    return ends;
  }
}
