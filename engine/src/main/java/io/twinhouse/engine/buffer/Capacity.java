// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** How long the arrays of buffers are. */
final class Capacity {

  private static final int MAXIMUM = Integer.MAX_VALUE - 16;

  /** What a full batch needs, offsets included; most buffers never hold more. */
  private static final int FULL = Batch.ROWS + 1;

  private Capacity() {}

  /** The next length of an array of {@code length} that must hold {@code needed} values. */
  static int grown(int length, long needed) {
    if (needed > MAXIMUM) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          needed + " values of one column do not fit into one batch; lower max_block_size");
    }
    long doubled = needed <= FULL ? Math.min(FULL, length * 2L) : length * 2L;
    return (int) Math.min(MAXIMUM, Math.max(needed, doubled));
  }

  /** The length to keep for {@code used} values: exact when an eighth or more would be wasted. */
  static int trimmed(int used, int length) {
    return length - used > length / 8 ? used : length;
  }
}
