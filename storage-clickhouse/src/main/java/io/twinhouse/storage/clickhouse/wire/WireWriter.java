// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Primitive values to a stream, buffered. */
final class WireWriter {
  private static final int BUFFER_BYTES = 1 << 14;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;

  WireWriter(OutputStream out) {
    this.out = out;
  }

  void writeByte(int value) throws IOException {
    if (position == BUFFER_BYTES) {
      flush();
    }
    buffer[position++] = (byte) value;
  }

  void writeSize(int size) throws IOException {
    int left = size;
    while (left > 0x7f) {
      writeByte(left | 0x80);
      left >>>= 7;
    }
    writeByte(left);
  }

  /** The low bytes of a number, least significant first. */
  void writeWhole(long value, int width) throws IOException {
    long left = value;
    for (int i = 0; i < width; i++) {
      writeByte((int) left);
      left >>>= 8;
    }
  }

  void writeBytes(byte[] source, int offset, int count) throws IOException {
    if (count > BUFFER_BYTES - position) {
      flush();
    }
    if (count > BUFFER_BYTES) {
      out.write(source, offset, count);
      return;
    }
    System.arraycopy(source, offset, buffer, position, count);
    position += count;
  }

  void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeSize(bytes.length);
    writeBytes(bytes, 0, bytes.length);
  }

  void flush() throws IOException {
    out.write(buffer, 0, position);
    position = 0;
  }
}
