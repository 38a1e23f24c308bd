// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.memory.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Byte strings kept until the owner is done, in chunks that are never moved. */
final class ByteStrings {

  private static final int FIRST_CHUNK = 1 << 12;

  /** No more than a collector gives ordinary room; it rounds larger arrays up to whole regions. */
  private static final int LAST_CHUNK = 1 << 18;

  private final Reservation memory;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] open = {};
  private int end;

  /** Chunk number in the upper half, position in the lower. */
  private long[] starts;

  private int[] lengths;
  private int size;

  ByteStrings(Reservation memory) {
    this.memory = memory;
    memory.grow(64 * 12);
    starts = new long[64];
    lengths = new int[64];
  }

  int size() {
    return size;
  }

  int length(int index) {
    return lengths[index];
  }

  /** The array that holds string {@code index} from {@link #start} on. */
  byte[] chunk(int index) {
    return chunks.get((int) (starts[index] >>> 32));
  }

  int start(int index) {
    return (int) starts[index];
  }

  boolean equal(int index, byte[] source, int offset, int length) {
    if (lengths[index] != length) {
      return false;
    }
    int start = start(index);
    return Arrays.equals(chunk(index), start, start + length, source, offset, offset + length);
  }

  void add(byte[] source, int offset, int length) {
    if (size == starts.length) {
      int grown = Math.multiplyExact(size, 2);
      memory.grow(12L * grown);
      starts = Arrays.copyOf(starts, grown);
      lengths = Arrays.copyOf(lengths, grown);
      memory.shrink(12L * size);
    }
    if (open.length - end < length || chunks.isEmpty()) {
      int room = Math.min(LAST_CHUNK, chunks.isEmpty() ? FIRST_CHUNK : open.length * 2);
      room = Math.max(room, length);
      memory.grow(room);
      open = new byte[room];
      chunks.add(open);
      end = 0;
    }
    System.arraycopy(source, offset, open, end, length);
    starts[size] = (chunks.size() - 1L) << 32 | end;
    lengths[size++] = length;
    end += length;
  }
}
