// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

/** The frames of a table, each rule as left end, line, crossing, right end. */
enum Grid {
  FULL,
  COMPACT,
  SPACE;

  static final String TITLE_TOP = "┏━┳┓";
  static final String TITLE_BOTTOM = "┡━╇┩";
  static final String BETWEEN = "├─┼┤";
  static final String BOTTOM = "└─┴┘";
  static final String FOOTER_TOP = "┢━╈┪";
  static final String FOOTER_BOTTOM = "┗━┻┛";
  static final String COMPACT_TOP = "┌─┬┐";

  private static final String LINES = "━─";
  private static final String BARS = "│┃";

  /** A part of a frame for screens that know no other characters. */
  static String ascii(String frame) {
    StringBuilder out = new StringBuilder();
    for (char c : frame.toCharArray()) {
      out.append(LINES.indexOf(c) >= 0 ? '-' : BARS.indexOf(c) >= 0 ? '|' : '+');
    }
    return out.toString();
  }
}
