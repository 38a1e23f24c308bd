// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.FloatType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Primitive values from a stream, and the arrays of one block, reserved before allocation. */
final class WireReader {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final MemoryContext memory;
  private final byte[] buffer;
  private int position;
  private int limit;
  private long blockBytes;

  WireReader(InputStream in, MemoryContext memory) {
    this.in = in;
    this.memory = memory;
    memory.reserve(BUFFER_BYTES);
    this.buffer = new byte[BUFFER_BYTES];
  }

  /** Whether another byte can be read; false at a clean end. */
  boolean hasMore() throws IOException {
    return position < limit || fill();
  }

  int readByte() throws IOException {
    require(1);
    return buffer[position++] & 0xff;
  }

  /** A variable-length integer that must fit an int: sizes and counts. */
  int readSize() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = readByte();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return fitting(value);
      }
    }
    throw corrupted("a size has more than 9 bytes");
  }

  long readLong() throws IOException {
    require(Long.BYTES);
    long value = (long) LONG.get(buffer, position);
    position += Long.BYTES;
    return value;
  }

  /** A fixed-width 64-bit count that must fit an int. */
  int readLongSize() throws IOException {
    return fitting(readLong());
  }

  /** Whole numbers of 1, 2, 4 or 8 bytes, widened with or without their sign. */
  void readLongs(long[] target, int count, int width, boolean signed) throws IOException {
    for (int done = 0; done < count; ) {
      require(width);
      int run = Math.min(count - done, (limit - position) / width);
      for (int i = 0; i < run; i++) {
        target[done + i] = wholeNumber(position + i * width, width, signed);
      }
      position += run * width;
      done += run;
    }
  }

  private long wholeNumber(int at, int width, boolean signed) {
    return switch (width) {
      case 1 -> signed ? buffer[at] : buffer[at] & 0xffL;
      case 2 -> signed ? (short) SHORT.get(buffer, at) : (short) SHORT.get(buffer, at) & 0xffffL;
      case 4 -> signed ? (int) INT.get(buffer, at) : (int) INT.get(buffer, at) & 0xffffffffL;
      default -> (long) LONG.get(buffer, at);
    };
  }

  /** Float64, or Float32 and BFloat16 widened exactly. */
  void readDoubles(double[] target, int count, int width) throws IOException {
    for (int i = 0; i < count; i++) {
      require(width);
      target[i] =
          switch (width) {
            case Short.BYTES -> FloatType.Brain.ofBits((short) SHORT.get(buffer, position));
            case Float.BYTES -> Float.intBitsToFloat((int) INT.get(buffer, position));
            default -> Double.longBitsToDouble((long) LONG.get(buffer, position));
          };
      position += width;
    }
  }

  /** Bytes as they are, zero and not zero. */
  void readFlags(boolean[] target, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      target[i] = readByte() != 0;
    }
  }

  void readBytes(byte[] target, int offset, int count) throws IOException {
    int done = 0;
    while (done < count) {
      require(1);
      int run = Math.min(count - done, limit - position);
      System.arraycopy(buffer, position, target, offset + done, run);
      position += run;
      done += run;
    }
  }

  /** A short text: a name or a type; never counted, being as small as the schema. */
  String readText() throws IOException {
    int length = readSize();
    if (length > 1 << 24) {
      throw corrupted("a name of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    readBytes(bytes, 0, length);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  long[] newLongs(long count) {
    reserve(count * Long.BYTES);
    return new long[fitting(count)];
  }

  double[] newDoubles(int count) {
    reserve((long) count * Double.BYTES);
    return new double[count];
  }

  int[] newInts(int count) {
    reserve((long) count * Integer.BYTES);
    return new int[count];
  }

  boolean[] newFlags(int count) {
    reserve(count);
    return new boolean[count];
  }

  byte[] newBytes(long count) {
    reserve(count);
    return new byte[fitting(count)];
  }

  /** Counts bytes as part of the block until the next {@link #forgetBlock()}. */
  void reserve(long bytes) {
    memory.reserve(bytes);
    blockBytes += bytes;
  }

  /** For an array of the block that was replaced by a larger one. */
  void release(long bytes) {
    memory.release(bytes);
    blockBytes -= bytes;
  }

  /** Gives back what the arrays of the last block had reserved. */
  void forgetBlock() {
    memory.release(blockBytes);
    blockBytes = 0;
  }

  /** Gives everything back. */
  void close() {
    forgetBlock();
    memory.release(BUFFER_BYTES);
  }

  static TwinhouseException corrupted(String what) {
    return new TwinhouseException(
        ErrorCode.CORRUPTED_DATA, "The answer of ClickHouse is not in its Native format: " + what);
  }

  private static int fitting(long count) {
    if (count < 0 || count > Integer.MAX_VALUE - 16) {
      throw corrupted("a size of " + Long.toUnsignedString(count));
    }
    return (int) count;
  }

  /** Makes so many bytes (at most 8) available at the position, or ends with an exception. */
  private void require(int bytes) throws IOException {
    while (limit - position < bytes) {
      if (!fill()) {
        throw new EOFException("the answer ends in the middle of a block");
      }
    }
  }

  private boolean fill() throws IOException {
    int left = limit - position;
    System.arraycopy(buffer, position, buffer, 0, left);
    position = 0;
    limit = left;
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(count, 0);
    return count > 0;
  }
}
