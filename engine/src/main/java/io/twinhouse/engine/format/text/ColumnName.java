// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.format.FormatSettings;

/** Names of columns as tables for the eye show them: long ones that are no identifiers are cut. */
public final class ColumnName {

  private static final String CUT = "⋯";

  private ColumnName() {}

  /**
   * The name, with its middle left out if it is too wide.
   *
   * @param room what the values of the column take anyway
   */
  public static String cut(String name, int room, FormatSettings settings) {
    int limit = (int) settings.number("output_format_pretty_max_column_name_width_cut_to", 24);
    int least =
        (int) settings.number("output_format_pretty_max_column_name_width_min_chars_to_cut", 4);
    int width = Math.max(limit, room);
    int points = name.codePointCount(0, name.length());
    if (limit == 0 || points <= width + least || isIdentifier(name)) {
      return name;
    }
    int head = width / 2;
    int tail = width - head - 1;
    return name.substring(0, name.offsetByCodePoints(0, head))
        + CUT
        + name.substring(name.offsetByCodePoints(name.length(), -tail));
  }

  private static boolean isIdentifier(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
