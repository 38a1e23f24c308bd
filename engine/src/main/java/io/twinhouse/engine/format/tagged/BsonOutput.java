// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** One row's document in the making: how long a document is stands before it. */
final class BsonOutput {

  private byte[] data = new byte[1 << 12];
  private ByteBuffer words = littleEndian(data);
  private int length;

  /** Begins a document; returns what {@link #end} is to be given. */
  int begin() {
    int begin = length;
    int32(0);
    return begin;
  }

  void end(int begin) {
    int8(0);
    words.putInt(begin, length - begin);
  }

  /** What stands before an element's value. */
  void name(BsonKind kind, byte[] name) {
    int8(kind.mark());
    bytes(name, 0, name.length);
    int8(0);
  }

  void int8(int value) {
    ensure(1);
    data[length++] = (byte) value;
  }

  void int32(int value) {
    ensure(Integer.BYTES);
    words.putInt(length, value);
    length += Integer.BYTES;
  }

  void int64(long value) {
    ensure(Long.BYTES);
    words.putLong(length, value);
    length += Long.BYTES;
  }

  void bytes(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, data, length, count);
    length += count;
  }

  /** Writes the documents that have ended. */
  void flush(OutputStream out) throws IOException {
    out.write(data, 0, length);
    length = 0;
  }

  private void ensure(int count) {
    int needed = Math.addExact(length, count);
    if (needed > data.length) {
      data =
          Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * length)));
      words = littleEndian(data);
    }
  }

  private static ByteBuffer littleEndian(byte[] data) {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
  }
}
