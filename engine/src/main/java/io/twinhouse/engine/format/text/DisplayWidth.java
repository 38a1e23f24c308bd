// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

/**
 * How many columns of a terminal a text takes: wide East Asian characters two, combining ones none.
 */
public final class DisplayWidth {

  private static final int TAB = 8;

  /** First and last of each run of wide characters. */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2e80, 0x303e, 0x3040, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f,
    0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1faff, 0x20000, 0x3fffd
  };

  private DisplayWidth() {}

  /** Width of a text that begins where a tab would stop. */
  public static int of(String text) {
    return of(text, 0);
  }

  /**
   * Width of a text, tabs included.
   *
   * @param before columns of the screen left of it
   */
  public static int of(String text, int before) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += point == '\t' ? TAB - (before + width) % TAB : of(point);
      i += Character.charCount(point);
    }
    return width;
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || Character.isISOControl(point)) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (point >= WIDE[i] && point <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
