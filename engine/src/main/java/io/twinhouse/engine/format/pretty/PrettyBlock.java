// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.format.text.DisplayWidth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out one table.
 *
 * @param names of the columns
 * @param rightAligned whether a column's values stand at the right
 * @param rows texts of the cells
 * @param tips what stands beside a row, or null
 * @param firstRow number of the first row
 */
record PrettyBlock(
    List<String> names,
    boolean[] rightAligned,
    List<String[]> rows,
    List<@Nullable String> tips,
    long firstRow) {

  private static final int FOOTER_ROWS = 50;
  private static final int PAD_WIDTH = 250;

  String render(Grid grid) {
    int[] widths = widths();
    String margin = " ".repeat(Long.toString(firstRow + rows.size() - 1).length() + 2);
    StringBuilder out = new StringBuilder();
    switch (grid) {
      case FULL -> full(out, widths, margin);
      case COMPACT -> compact(out, widths, margin);
      case SPACE -> space(out, widths, margin);
    }
    return out.toString();
  }

  /** Sum of the columns' widths. */
  int width() {
    int sum = 0;
    for (int width : widths()) {
      sum += width;
    }
    return sum;
  }

  private int[] widths() {
    int[] widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = DisplayWidth.of(names.get(i));
      for (String[] row : rows) {
        widths[i] = Math.max(widths[i], Math.min(PAD_WIDTH, DisplayWidth.of(row[i])));
      }
    }
    return widths;
  }

  private void full(StringBuilder out, int[] widths, String margin) {
    rule(out, margin, Grid.TITLE_TOP, widths);
    titles(out, margin, "┃", widths);
    rule(out, margin, Grid.TITLE_BOTTOM, widths);
    for (int row = 0; row < rows.size(); row++) {
      if (row > 0) {
        rule(out, margin, Grid.BETWEEN, widths);
      }
      row(out, margin, row, "│", widths);
    }
    if (rows.size() >= FOOTER_ROWS) {
      rule(out, margin, Grid.FOOTER_TOP, widths);
      titles(out, margin, "┃", widths);
      rule(out, margin, Grid.FOOTER_BOTTOM, widths);
    } else {
      rule(out, margin, Grid.BOTTOM, widths);
    }
  }

  private void compact(StringBuilder out, int[] widths, String margin) {
    titledRule(out, margin, Grid.COMPACT_TOP, widths);
    for (int row = 0; row < rows.size(); row++) {
      row(out, margin, row, "│", widths);
    }
    if (rows.size() >= FOOTER_ROWS) {
      titledRule(out, margin, Grid.BOTTOM, widths);
    } else {
      rule(out, margin, Grid.BOTTOM, widths);
    }
  }

  private void space(StringBuilder out, int[] widths, String margin) {
    spacedTitles(out, margin, widths);
    for (int row = 0; row < rows.size(); row++) {
      row(out, margin, row, "", widths);
    }
    if (rows.size() >= FOOTER_ROWS) {
      out.append('\n');
      spacedTitles(out, margin, widths);
    }
  }

  private void spacedTitles(StringBuilder out, String margin, int[] widths) {
    out.append(margin);
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? " " : "   ").append(cell(names.get(i), i, widths[i]));
    }
    out.append("\n\n");
  }

  private void titles(StringBuilder out, String margin, String bar, int[] widths) {
    out.append(margin).append(bar);
    for (int i = 0; i < widths.length; i++) {
      out.append(' ').append(cell(names.get(i), i, widths[i])).append(' ').append(bar);
    }
    out.append('\n');
  }

  private void row(StringBuilder out, String margin, int row, String bar, int[] widths) {
    String number = firstRow + row + ". ";
    out.append(" ".repeat(Math.max(0, margin.length() - number.length()))).append(number);
    out.append(bar);
    for (int i = 0; i < widths.length; i++) {
      String separated = bar.isEmpty() && i > 0 ? "  " : "";
      out.append(separated).append(' ').append(cell(rows.get(row)[i], i, widths[i]));
      out.append(bar.isEmpty() && i < widths.length - 1 ? "" : " ").append(bar);
    }
    String tip = tips.get(row);
    out.append(tip == null ? "" : " -- " + tip).append('\n');
  }

  private String cell(String text, int column, int width) {
    String pad = " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
    return rightAligned[column] ? pad + text : text + pad;
  }

  private static void rule(StringBuilder out, String margin, String frame, int[] widths) {
    out.append(margin).append(frame.charAt(0));
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? "" : frame.charAt(2));
      out.append(String.valueOf(frame.charAt(1)).repeat(widths[i] + 2));
    }
    out.append(frame.charAt(3)).append('\n');
  }

  private void titledRule(StringBuilder out, String margin, String frame, int[] widths) {
    out.append(margin).append(frame.charAt(0));
    for (int i = 0; i < widths.length; i++) {
      String line = "─".repeat(Math.max(0, widths[i] - DisplayWidth.of(names.get(i))));
      out.append(i == 0 ? "" : frame.charAt(2)).append('─');
      out.append(rightAligned[i] ? line + names.get(i) : names.get(i) + line).append('─');
    }
    out.append(frame.charAt(3)).append('\n');
  }
}
