// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

/** Positions of code points in bytes that are mostly valid UTF-8. */
public final class Utf8 {

  private Utf8() {}

  /** Whether a byte begins a code point: it is no continuation byte. */
  public static boolean isStart(byte b) {
    return (b & 0xC0) != 0x80;
  }

  /** Bytes of a code point by what its first byte says, well-formed or not. */
  public static int announced(byte first) {
    int value = first & 0xFF;
    if (value < 0xC0 || value >= 0xF8) {
      return 1;
    }
    return value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
  }

  /** Code points in {@code [from, to)}. */
  public static int count(byte[] data, int from, int to) {
    int points = 0;
    for (int i = from; i < to; i++) {
      points += isStart(data[i]) ? 1 : 0;
    }
    return points;
  }

  /** The position {@code points} code points after {@code from}, at most {@code to}. */
  public static int advance(byte[] data, int from, int to, long points) {
    int position = from;
    for (long left = points; left > 0 && position < to; left--) {
      position++;
      while (position < to && !isStart(data[position])) {
        position++;
      }
    }
    return position;
  }

  /** The code point in {@code length} valid bytes. */
  public static int point(byte[] data, int at, int length) {
    int point = length == 1 ? data[at] : data[at] & 0xFF >> length + 1;
    for (int i = 1; i < length; i++) {
      point = point << 6 | data[at + i] & 0x3F;
    }
    return point;
  }

  /** Whether all bytes are well-formed. */
  public static boolean isValid(byte[] data, int from, int to) {
    int at = from;
    while (at < to && data[at] >= 0) {
      at++; // ASCII, as most text is
    }
    while (at < to) {
      int length = validLength(data, at, to);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Bytes of the code point that begins here, or 0 if none does. */
  public static int validLength(byte[] data, int at, int to) {
    int first = data[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = lengthBy(first);
    if (length == 0 || at + length > to) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if (isStart(data[at + i])) {
        return 0;
      }
    }
    int second = data[at + 1] & 0xFF;
    boolean out =
        (first == 0xE0 && second < 0xA0)
            || (first == 0xED && second >= 0xA0)
            || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second >= 0x90);
    return out ? 0 : length;
  }

  /** Bytes of a code point by its first byte beyond ASCII, 0 if none begins so. */
  private static int lengthBy(int first) {
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }
}
