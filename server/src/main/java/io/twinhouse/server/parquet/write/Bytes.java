// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import java.util.Arrays;

/** Bytes that grow, and numbers in them with the least significant byte first. */
final class Bytes {

  private byte[] data = new byte[1024];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(data, size);
  }

  void put(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, data, size, length);
    size += length;
  }

  void put(int value) {
    room(1);
    data[size++] = (byte) value;
  }

  /** The low {@code count} bytes of a number. */
  void putFixed(long value, int count) {
    room(count);
    for (int i = 0; i < count; i++) {
      data[size++] = (byte) (value >>> (8 * i));
    }
  }

  /** The low {@code count} bytes of a number, most significant first. */
  void putBigEndian(long value, int count) {
    putFixed(Long.reverseBytes(value) >>> (64 - 8 * count), count);
  }

  /** Seven bits a byte. */
  void putVarInt(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      put(rest | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  private void room(int more) {
    int wanted = Math.addExact(size, more);
    if (wanted > data.length) {
      data =
          Arrays.copyOf(
              data, (int) Math.min(Integer.MAX_VALUE - 64, Math.max(wanted, 2L * data.length)));
    }
  }
}
