// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Grown;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** A growing run of byte strings; reusable after {@link #reset()}. Not thread-safe. */
public final class BytesBuffer {

  private final @Nullable Reservation memory;
  private byte[] data;
  private int[] offsets;
  private int size;
  private int openEnd;

  /** What the arrays grow to at least when they first grow. */
  private int expectedRows;

  private int expectedBytes;

  /** A buffer whose arrays nobody accounts for: small, short-lived or accounted by its owner. */
  public BytesBuffer(int expectedRows) {
    memory = null;
    offsets = new int[Math.max(expectedRows, 1) + 1];
    data = new byte[Math.max(expectedRows, 1) * 8];
  }

  /** An empty buffer like a full one: what follows in a stream is like what went before. */
  static BytesBuffer like(BytesBuffer full) {
    BytesBuffer next = new BytesBuffer(16);
    next.expectedRows = full.size;
    next.expectedBytes = full.offsets[full.size];
    return next;
  }

  /** A buffer that reserves every byte of its arrays before it allocates them. */
  public BytesBuffer(Reservation memory) {
    this.memory = memory;
    memory.grow(17 * 4 + 128);
    offsets = new int[17];
    data = new byte[128];
  }

  /** Forgets all rows and keeps the arrays. */
  public void reset() {
    size = 0;
    openEnd = 0;
  }

  public int size() {
    return size;
  }

  public void append(byte[] source, int from, int length) {
    int end = offsets[size];
    ensureData(end, length);
    System.arraycopy(source, from, data, end, length);
    finishRow(end + length);
  }

  /** Adds bytes to the row in the making; {@link #endRow()} ends it. */
  public void write(byte[] source, int from, int length) {
    ensureData(openEnd, length);
    System.arraycopy(source, from, data, openEnd, length);
    openEnd += length;
  }

  /**
   * Adds bytes to the row in the making, each put through a table.
   *
   * @param table of 256 bytes
   */
  public void write(byte[] source, int from, int length, byte[] table) {
    ensureData(openEnd, length);
    byte[] target = data;
    int shift = openEnd - from;
    for (int i = from; i < from + length; i++) {
      target[i + shift] = table[source[i] & 0xFF];
    }
    openEnd += length;
  }

  public void write(int value) {
    ensureData(openEnd, 1);
    data[openEnd++] = (byte) value;
  }

  /** Ends the row made of all bytes written since the last row ended. */
  public void endRow() {
    finishRow(openEnd);
  }

  private void finishRow(int end) {
    if (size + 2 > offsets.length) {
      int length = Math.max(offsets.length * 2, expectedRows + 1);
      reserve(4L * (length - offsets.length));
      offsets = Grown.ints(offsets, length);
    }
    offsets[++size] = end;
    openEnd = end;
  }

  private void ensureData(int end, int length) {
    long needed = (long) end + length;
    if (needed > data.length) {
      if (needed > Integer.MAX_VALUE - 16) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_STRING_SIZE,
            "A batch of strings would take " + needed + " bytes; lower max_block_size");
      }
      long grown = Math.max(Math.max(needed, expectedBytes), data.length * 2L);
      grown = Math.min(Integer.MAX_VALUE - 16, grown);
      reserve(grown - data.length);
      data = Grown.bytes(data, (int) grown);
    }
  }

  private void reserve(long bytes) {
    if (memory != null) {
      memory.grow(bytes);
    }
  }

  /** Bytes of the arrays held. */
  public long retainedBytes() {
    return data.length + 4L * offsets.length;
  }

  /** The rows as a column that shares this buffer's arrays until the next {@link #reset()}. */
  public BytesColumn toColumn(boolean @Nullable [] nulls) {
    return BytesColumn.of(data, offsets, size, nulls);
  }
}
