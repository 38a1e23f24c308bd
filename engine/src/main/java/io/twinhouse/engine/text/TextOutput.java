// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Grown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes that text is written to. Reusable after {@link #reset()}. */
public final class TextOutput {

  /** As long as an array can be. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

  private byte[] data = new byte[64];
  private int length;

  /** The bytes written so far are the first {@link #length()} of these. */
  public byte[] data() {
    return data;
  }

  public int length() {
    return length;
  }

  public void reset() {
    length = 0;
  }

  /** Forgets all bytes behind the first {@code newLength}. */
  public void truncate(int newLength) {
    length = Math.min(length, newLength);
  }

  public TextOutput put(int value) {
    ensure(1);
    data[length++] = (byte) value;
    return this;
  }

  public TextOutput put(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, data, length, count);
    length += count;
    return this;
  }

  /** Writes text as UTF-8. */
  public TextOutput put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return put(bytes, 0, bytes.length);
  }

  /** Writes a signed number in decimal. */
  public TextOutput putLong(long value) {
    if (value == Long.MIN_VALUE) {
      return put("-9223372036854775808");
    }
    if (value < 0) {
      put('-');
      return putDigits(-value, 1);
    }
    return putDigits(value, 1);
  }

  /** Writes an unsigned number in decimal. */
  public TextOutput putUnsigned(long value) {
    if (value < 0) {
      return put(Long.toUnsignedString(value));
    }
    return putDigits(value, 1);
  }

  /** Writes a non-negative number with leading zeros up to {@code width} digits. */
  public TextOutput putDigits(long value, int width) {
    int digits = width;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits--;
    }
    digits = width - digits + 1;
    int count = Math.max(digits, width);
    ensure(count);
    long rest = value;
    for (int at = length + count - 1; at >= length; at--) {
      data[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
    return this;
  }

  private void ensure(int more) {
    if (more > data.length - length) {
      long needed = (long) length + more;
      if (needed > MOST_BYTES) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_ARRAY_SIZE, "A text of " + needed + " bytes is too long");
      }
      data = Grown.bytes(data, (int) Math.min(MOST_BYTES, Math.max(data.length * 2L, needed)));
    }
  }

  /** A copy of the bytes written. */
  public byte[] toBytes() {
    return Arrays.copyOf(data, length);
  }

  @Override
  public String toString() {
    return new String(data, 0, length, StandardCharsets.UTF_8);
  }
}
