// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.format.ByteSink;

/**
 * Compresses the strings of a page where that saves so much that unpacking them is worth its time.
 * One thread.
 */
final class BytesPacker {

  /** Shorter pages are read at once anyhow. */
  private static final int FEWEST_BYTES = 512;

  private static final int MOST_BYTES = 1 << 30;

  private final Lz4Compressor compressor = new Lz4Compressor();
  private final ByteSink raw;
  private final ByteSink packed;

  /**
   * @param memory where a page is reserved, raw and packed
   */
  BytesPacker(Reservation memory) {
    memory.grow(Lz4Compressor.retainedBytes());
    this.raw = new ByteSink(memory);
    this.packed = new ByteSink(memory);
  }

  /**
   * Appends what follows the bitmap of a packed page to {@code sink}; false if it is not worth it.
   */
  boolean pack(BytesColumn column, int from, int count, ByteSink sink, int page) {
    int[] offsets = column.offsets();
    long bytes = (long) offsets[from + count] - offsets[from];
    if (bytes < FEWEST_BYTES || bytes > MOST_BYTES) {
      return false;
    }
    int width = gather(column, from, count);
    packed.clear();
    packed.skip(Lz4Compressor.mostBytes(raw.size()));
    int size = compressor.compress(raw.array(), 0, raw.size(), packed.array(), 0);
    if (size > (bytes + 4L * count) / 8 * 7) {
      return false;
    }
    sink.setByte(page + PageLayout.KIND_AT, PageLayout.PACKED_BYTES);
    sink.setByte(page + PageLayout.WIDTH_AT, width);
    sink.putInt(raw.size());
    sink.putInt(size);
    sink.putBytes(packed.array(), 0, size);
    return true;
  }

  /** Brings lengths and bytes together; returns the width of a length. */
  private int gather(BytesColumn column, int from, int count) {
    int most = 0;
    for (int i = from; i < from + count; i++) {
      most = Math.max(most, column.length(i));
    }
    int width = most <= 0xff ? 1 : most <= 0xffff ? 2 : 4;
    raw.clear();
    int at = raw.skip(width * count);
    for (int i = 0; i < count; i++) {
      int length = column.length(from + i);
      switch (width) {
        case 1 -> raw.setByte(at + i, length);
        case 2 -> raw.setShort(at + 2 * i, length);
        default -> raw.setInt(at + 4 * i, length);
      }
    }
    int[] offsets = column.offsets();
    raw.putBytes(column.data(), offsets[from], offsets[from + count] - offsets[from]);
    return width;
  }
}
