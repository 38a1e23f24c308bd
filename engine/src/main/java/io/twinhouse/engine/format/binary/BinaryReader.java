// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The inverse of {@link BinaryWriter}; grows its memory only with bytes that have arrived. */
public final class BinaryReader {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int STEP = 1 << 20;
  private static final long MOST = 1L << 30;
  private static final String MAX_STRING = "format_binary_max_string_size";
  private static final String MAX_ARRAY = "format_binary_max_array_size";

  private final InputStream in;
  private final long mostBytes;
  private final long mostElements;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long filled;

  public BinaryReader(InputStream in) {
    this(in, FormatSettings.DEFAULT);
  }

  /** A reader that refuses texts and arrays longer than settings allow. */
  BinaryReader(InputStream in, FormatSettings settings) {
    this.in = in;
    this.mostBytes = mostBytes(settings);
    this.mostElements = settings.number(MAX_ARRAY, MOST);
  }

  public boolean atEnd() throws IOException {
    return position == limit && !fill();
  }

  /** Bytes that were read so far. */
  long passed() {
    return filled - limit + position;
  }

  public int readByte() throws IOException {
    if (position == limit && !fill()) {
      throw truncated();
    }
    return buffer[position++] & 0xff;
  }

  public long readFixed(int count) throws IOException {
    if (limit - position >= 8) {
      long word = (long) LONGS.get(buffer, position);
      position += count;
      int unused = 64 - 8 * count;
      return word << unused >>> unused;
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) readByte() << (8 * i);
    }
    return value;
  }

  public long readVarUInt() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = readByte();
      value |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "A variable-length number of more than 64 bits in binary data");
  }

  /** A count of bytes or elements, which must fit an array. */
  public int readLength() throws IOException {
    long length = readVarUInt();
    if (length < 0 || length > Integer.MAX_VALUE - 64) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "Too large size in binary data: " + Long.toUnsignedString(length));
    }
    return (int) length;
  }

  /** Bytes that a text may have; 0 for any. */
  static long mostBytes(FormatSettings settings) {
    return settings.number(MAX_STRING, MOST);
  }

  /** Bytes of a text. */
  int readTextLength() throws IOException {
    int length = readLength();
    requireText(length, mostBytes);
    return length;
  }

  /** Elements of an array. */
  int readArrayLength() throws IOException {
    int length = readLength();
    if (mostElements > 0 && length > mostElements) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          "Too large array size: "
              + length
              + ". The maximum is: "
              + mostElements
              + ". To increase the maximum, use setting "
              + MAX_ARRAY);
    }
    return length;
  }

  /**
   * Checks the length of a text against the setting.
   *
   * @param most 0 for any
   * @throws TwinhouseException TOO_LARGE_STRING_SIZE
   */
  static void requireText(int length, long most) {
    if (most > 0 && length > most) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "Too large string size: "
              + length
              + ". The maximum is: "
              + most
              + ". To increase the maximum, use setting "
              + MAX_STRING);
    }
  }

  /** Appends a value of {@code length} bytes, from where they lie if all of them have arrived. */
  void readBytes(int length, ColumnBuilder into) throws IOException {
    if (length <= limit - position) {
      into.appendBytes(buffer, position, length);
      position += length;
    } else {
      into.appendBytes(readBytes(length), 0, length);
    }
  }

  public byte[] readBytes(int length) throws IOException {
    byte[] bytes = new byte[Math.min(length, STEP)];
    int end = 0;
    while (end < length) {
      if (end == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * end));
      }
      if (position == limit && !fill()) {
        throw truncated();
      }
      int count = Math.min(limit - position, bytes.length - end);
      System.arraycopy(buffer, position, bytes, end, count);
      position += count;
      end += count;
    }
    return bytes;
  }

  public String readText() throws IOException {
    return new String(readBytes(readLength()), StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    filled += limit;
    return limit > 0;
  }

  private static TwinhouseException truncated() {
    return new TwinhouseException(
        ErrorCode.CANNOT_READ_ALL_DATA, "The binary data end in the middle of a row");
  }
}
