// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/**
 * A cursor over the bytes of states of aggregate functions. Refuses to read behind their end with
 * CANNOT_READ_ALL_DATA, since states also come from clients. Not thread-safe.
 */
public final class StateReader {

  private final byte[] data;
  private final int end;
  private int at;

  public StateReader(byte[] data, int offset, int length) {
    this.data = data;
    this.at = offset;
    this.end = offset + length;
  }

  public byte[] data() {
    return data;
  }

  /** Where the next value begins. */
  public int position() {
    return at;
  }

  /** Bytes that are left. */
  public int left() {
    return end - at;
  }

  /** Passes over bytes; returns where they began. */
  public int skip(long length) {
    if (length < 0 || length > left()) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_READ_ALL_DATA,
          "Cannot read all data of an aggregate function's state. Bytes read: "
              + left()
              + ". Bytes expected: "
              + length);
    }
    int start = at;
    at += (int) length;
    return start;
  }

  public int readByte() {
    return data[skip(1)];
  }

  public long readLong() {
    return readBytes(8);
  }

  /** {@code width} bytes, lowest first, zero-extended. */
  public long readBytes(int width) {
    int start = skip(width);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (data[start + i] & 0xffL) << 8 * i;
    }
    return value;
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** Seven bits a byte, lowest first, the eighth set on all but the last. */
  public long readVarint() {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = readByte();
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0 && shift < 70);
    return value;
  }

  /** A count of values of {@code width} bytes or more each, which must all be there. */
  public int readCount(int width) {
    long count = readVarint();
    if (count < 0 || count > left() / Math.max(width, 1)) {
      skip(Long.MAX_VALUE);
    }
    return (int) count;
  }
}
