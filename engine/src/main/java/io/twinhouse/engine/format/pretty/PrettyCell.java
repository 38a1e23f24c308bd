// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.format.text.DisplayWidth;
import java.util.List;

/**
 * A value in a table.
 *
 * @param lines of its text, cut to the widest allowed
 * @param cut whether each line was cut
 * @param more whether there is another line behind the last, which is empty and not shown
 */
record PrettyCell(List<String> lines, boolean[] cut, boolean more) {

  static PrettyCell of(String text, int maxWidth, boolean splits) {
    boolean more = splits && text.endsWith("\n");
    String shown = more ? text.substring(0, text.length() - 1) : text;
    List<String> lines = splits ? List.of(shown.split("\n", -1)) : List.of(shown);
    boolean[] cut = new boolean[lines.size()];
    String[] fitting = new String[cut.length];
    for (int i = 0; i < cut.length; i++) {
      String line = lines.get(i);
      cut[i] = DisplayWidth.of(line) > maxWidth;
      fitting[i] = cut[i] ? prefix(line, maxWidth) : line;
    }
    return new PrettyCell(List.of(fitting), cut, more);
  }

  /** As many characters as fit. */
  private static String prefix(String line, int maxWidth) {
    int end = 0;
    while (end < line.length()) {
      int next = line.offsetByCodePoints(end, 1);
      if (DisplayWidth.of(line.substring(0, next)) > maxWidth) {
        break;
      }
      end = next;
    }
    return line.substring(0, end);
  }

  /** Columns of the screen that the widest line takes, {@code before} of them left of it. */
  int width(int before) {
    int width = 0;
    for (String line : lines) {
      width = Math.max(width, DisplayWidth.of(line, before));
    }
    return width;
  }

  /** What stands left of a line: a blank, or that it goes on from the one before. */
  String left(int line) {
    return line > 0 && line < lines.size() ? "↳" : " ";
  }

  /** What stands right behind a text that was cut. */
  String cutMark(int line) {
    return line < lines.size() && cut[line] ? "⋯" : "";
  }

  /**
   * What stands right of a line: a blank or that another follows; a mark of a cut has its place.
   */
  String right(int line) {
    if (line >= lines.size()) {
      return " ";
    }
    boolean follows = line < lines.size() - 1 || more;
    return follows ? "↴" : cut[line] ? "" : " ";
  }
}
