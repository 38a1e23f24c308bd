// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

/** Positions of code points in bytes that are mostly valid UTF-8. */
final class Utf8 {

  private Utf8() {}

  /** Whether a byte begins a code point: it is no continuation byte. */
  static boolean isStart(byte b) {
    return (b & 0xC0) != 0x80;
  }

  /** Code points in {@code [from, to)}. */
  static int count(byte[] data, int from, int to) {
    int points = 0;
    for (int i = from; i < to; i++) {
      points += isStart(data[i]) ? 1 : 0;
    }
    return points;
  }

  /** The position {@code points} code points after {@code from}, at most {@code to}. */
  static int advance(byte[] data, int from, int to, long points) {
    int position = from;
    for (long left = points; left > 0 && position < to; left--) {
      position++;
      while (position < to && !isStart(data[position])) {
        position++;
      }
    }
    return position;
  }
}
