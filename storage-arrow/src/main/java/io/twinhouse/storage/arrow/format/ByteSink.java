// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing little-endian bytes in the making. Not thread-safe. */
public final class ByteSink {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Reservation memory;
  private byte[] bytes = new byte[0];
  private int size;

  /**
   * @param memory where the array is reserved before it grows
   */
  public ByteSink(Reservation memory) {
    this.memory = memory;
  }

  public int size() {
    return size;
  }

  /** The bytes written so far are the first {@link #size()}. */
  public byte[] array() {
    return bytes;
  }

  /** Begins anew in the same array. */
  public void clear() {
    Arrays.fill(bytes, 0, size, (byte) 0);
    size = 0;
  }

  /** Makes room for {@code count} zero bytes and returns where they begin. */
  public int skip(int count) {
    int at = size;
    int needed = Math.addExact(size, count);
    if (needed > bytes.length) {
      int length =
          Math.max(needed, (int) Math.min(bytes.length * 2L + 256, Integer.MAX_VALUE - 16));
      memory.grow(length - bytes.length);
      bytes = Arrays.copyOf(bytes, length);
    }
    size = needed;
    return at;
  }

  /** Pads with zeros to a multiple of eight bytes. */
  public void align() {
    skip(-size & 7);
  }

  public void putByte(int value) {
    int at = skip(1);
    bytes[at] = (byte) value;
  }

  public void putInt(int value) {
    int at = skip(4);
    setInt(at, value);
  }

  public void putLong(long value) {
    int at = skip(8);
    setLong(at, value);
  }

  public void putBytes(byte[] source, int offset, int length) {
    int at = skip(length);
    System.arraycopy(source, offset, bytes, at, length);
  }

  /** Length and UTF-8 bytes. */
  public void putText(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    putInt(encoded.length);
    putBytes(encoded, 0, encoded.length);
  }

  public void setByte(int at, int value) {
    bytes[at] = (byte) value;
  }

  public void setShort(int at, int value) {
    SHORTS.set(bytes, at, (short) value);
  }

  public void setInt(int at, int value) {
    INTS.set(bytes, at, value);
  }

  public void setLong(int at, long value) {
    LONGS.set(bytes, at, value);
  }
}
