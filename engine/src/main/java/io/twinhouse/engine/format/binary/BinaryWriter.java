// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Little-endian numbers and length-prefixed bytes over a small buffer. */
public final class BinaryWriter {

  private final OutputStream out;
  private final long mostBytes;
  private final byte[] buffer = new byte[8192];
  private int size;

  public BinaryWriter(OutputStream out) {
    this(out, 0);
  }

  /**
   * @param mostBytes of a text; 0 for any
   */
  BinaryWriter(OutputStream out, long mostBytes) {
    this.out = out;
    this.mostBytes = mostBytes;
  }

  /** Begins a text of {@code length} bytes. */
  void writeTextLength(int length) throws IOException {
    BinaryReader.requireText(length, mostBytes);
    writeVarUInt(length);
  }

  public void writeByte(int value) throws IOException {
    if (size == buffer.length) {
      flush();
    }
    buffer[size++] = (byte) value;
  }

  /** The low {@code count} bytes of {@code value}, least significant first. */
  public void writeFixed(long value, int count) throws IOException {
    if (size + count > buffer.length) {
      flush();
    }
    long rest = value;
    for (int i = 0; i < count; i++) {
      buffer[size++] = (byte) rest;
      rest >>>= 8;
    }
  }

  /** LEB128. */
  public void writeVarUInt(long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      writeByte((int) rest | 0x80);
      rest >>>= 7;
    }
    writeByte((int) rest);
  }

  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - size) {
      flush();
    }
    if (length > buffer.length) {
      out.write(bytes, offset, length);
      return;
    }
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
  }

  public void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeVarUInt(bytes.length);
    writeBytes(bytes, 0, bytes.length);
  }

  /** Hands what is buffered to the stream behind, without flushing that. */
  public void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }
}
