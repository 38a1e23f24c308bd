// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.function.scalar.string.Utf8;
import java.util.Arrays;

/** Columns that a text takes on a screen: two for a sign of East Asia and for a pictogram. */
final class TextWidth {

  /** First and last code points of what is wide, in their order. */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3040, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff,
    0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f900,
    0x1f9ff, 0x20000, 0x2fffd, 0x30000, 0x3fffd
  };

  private TextWidth() {}

  /** The width of a text in UTF-8; a byte that belongs to no sign takes one column. */
  static int of(byte[] text) {
    int width = 0;
    int at = 0;
    while (at < text.length) {
      int length = Utf8.validLength(text, at, text.length);
      width += length > 1 && isWide(Utf8.point(text, at, length)) ? 2 : 1;
      at += Math.max(1, length);
    }
    return width;
  }

  /** The beginning of a text that takes {@code width} columns at most. */
  static byte[] cut(byte[] text, int width) {
    int at = 0;
    int left = width;
    while (at < text.length) {
      int length = Utf8.validLength(text, at, text.length);
      left -= length > 1 && isWide(Utf8.point(text, at, length)) ? 2 : 1;
      if (left < 0) {
        return Arrays.copyOf(text, at);
      }
      at += Math.max(1, length);
    }
    return text;
  }

  private static boolean isWide(int point) {
    for (int i = 0; i < WIDE.length && point >= WIDE[i]; i += 2) {
      if (point <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
