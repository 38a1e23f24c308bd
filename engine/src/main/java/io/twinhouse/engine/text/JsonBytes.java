// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the bytes that mean something in a JSON string, eight at a time. */
public final class JsonBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;

  /** The highest bit of each byte of a word. */
  public static final long HIGHS = 0x8080808080808080L;

  private JsonBytes() {}

  /**
   * Where in {@code [from, to)} the first quote, backslash or control character is, or {@code to}.
   */
  public static int endOfPlain(byte[] data, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long found = special((long) LONGS.get(data, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && !isSpecial(data[at])) {
      at++;
    }
    return at;
  }

  /**
   * Of eight bytes, the first in the lowest place, those that are quotes, backslashes or control
   * characters, by their {@link #HIGHS}; above the lowest that is set others may be set for
   * nothing.
   */
  public static long special(long word) {
    long quotes = word ^ (ONES * '"');
    long slashes = word ^ (ONES * '\\');
    long found =
        ((quotes - ONES) & ~quotes) | ((slashes - ONES) & ~slashes) | ((word - ONES * ' ') & ~word);
    return found & HIGHS;
  }

  /** Bytes of longer sequences are negative and stand for themselves. */
  private static boolean isSpecial(byte value) {
    return value == '"' || value == '\\' || (value >= 0 && value < ' ');
  }
}
