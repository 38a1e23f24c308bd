// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.memory.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Byte strings kept until the owner is done, in chunks that are never moved. */
final class ByteStrings {

  private static final int FIRST_CHUNK = 1 << 12;

  private static final int POSITION_BITS = 18;
  private static final int LENGTH_BITS = 22;

  /** Stands for strings of this length and more, which fill a chunk each. */
  private static final int LONG = (1 << LENGTH_BITS) - 1;

  /** No more than a collector gives ordinary room; it rounds larger arrays up to whole regions. */
  private static final int LAST_CHUNK = 1 << POSITION_BITS;

  private final Reservation memory;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] open = {};
  private int end;

  /** Of each string its chunk's number, its position there and its length. */
  private long[] places;

  private int size;

  ByteStrings(Reservation memory) {
    this.memory = memory;
    memory.grow(64 * 8);
    places = new long[64];
  }

  int size() {
    return size;
  }

  int length(int index) {
    int length = (int) places[index] & LONG;
    return length == LONG ? chunk(index).length : length;
  }

  /** The array that holds string {@code index} from {@link #start} on. */
  byte[] chunk(int index) {
    return chunks.get((int) (places[index] >>> POSITION_BITS + LENGTH_BITS));
  }

  int start(int index) {
    return (int) (places[index] >>> LENGTH_BITS) & LAST_CHUNK - 1;
  }

  boolean equal(int index, byte[] source, int offset, int length) {
    if (length(index) != length) {
      return false;
    }
    int start = start(index);
    return Arrays.equals(chunk(index), start, start + length, source, offset, offset + length);
  }

  void add(byte[] source, int offset, int length) {
    if (size == places.length) {
      int grown = Math.multiplyExact(size, 2);
      memory.grow(8L * grown);
      places = Arrays.copyOf(places, grown);
      memory.shrink(8L * size);
    }
    if (open.length - end < length || end >= LAST_CHUNK || chunks.isEmpty()) {
      int room = Math.min(LAST_CHUNK, chunks.isEmpty() ? FIRST_CHUNK : open.length * 2);
      room = Math.max(room, length);
      memory.grow(room);
      open = new byte[room];
      chunks.add(open);
      end = 0;
    }
    System.arraycopy(source, offset, open, end, length);
    long place = (chunks.size() - 1L) << POSITION_BITS | end;
    places[size++] = place << LENGTH_BITS | Math.min(length, LONG);
    end += length;
  }
}
