// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

/** Reads what {@link StateBytes} wrote. Not thread-safe. */
public final class StateReader {

  private final byte[] data;
  private int at;

  public StateReader(byte[] data, int offset) {
    this.data = data;
    this.at = offset;
  }

  public byte[] data() {
    return data;
  }

  /** Where the next value begins. */
  public int position() {
    return at;
  }

  /** Passes over bytes; returns where they began. */
  public int skip(int length) {
    int start = at;
    at += length;
    return start;
  }

  public int readByte() {
    return data[at++];
  }

  public long readLong() {
    return readBytes(8);
  }

  /** {@code width} bytes, zero-extended. */
  public long readBytes(int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (data[at++] & 0xffL) << 8 * i;
    }
    return value;
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  public long readVarint() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = data[at++];
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
