// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.format.text.DisplayWidth;
import java.util.List;

/** Lays out one table. */
final class PrettyBlock {

  private final PrettyOptions options;
  private final List<String> names;
  private final boolean[] rightAligned;
  private final PrettyRows rows;
  private final int[] widths;
  private final String margin;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param names of the columns, cut
   * @param rightAligned whether a column's values stand at the right
   * @param widths of the columns
   */
  PrettyBlock(
      PrettyOptions options,
      List<String> names,
      boolean[] rightAligned,
      PrettyRows rows,
      int[] widths) {
    this.options = options;
    this.names = names;
    this.rightAligned = rightAligned;
    this.rows = rows;
    this.widths = widths;
    this.margin = " ".repeat(rows.margin(options.rowNumbers));
  }

  String render(Grid grid) {
    switch (grid) {
      case FULL -> full();
      case COMPACT -> compact();
      case SPACE -> space();
    }
    return out.toString();
  }

  private boolean hasFooter() {
    return rows.count() >= options.footerRows;
  }

  private void full() {
    rule(Grid.TITLE_TOP);
    titles("┃");
    rule(Grid.TITLE_BOTTOM);
    for (int i = 0; i < rows.shown().size(); i++) {
      if (i > 0) {
        rule(Grid.BETWEEN);
      }
      if (rows.isBehindGap(i)) {
        gap(framedWidth());
        rule(Grid.BETWEEN);
      }
      row(i, "│");
    }
    if (hasFooter()) {
      rule(Grid.FOOTER_TOP);
      titles("┃");
      rule(Grid.FOOTER_BOTTOM);
    } else {
      rule(Grid.BOTTOM);
    }
  }

  private void compact() {
    titledRule(Grid.COMPACT_TOP);
    for (int i = 0; i < rows.shown().size(); i++) {
      if (rows.isBehindGap(i)) {
        gap(framedWidth());
      }
      row(i, "│");
    }
    if (hasFooter()) {
      titledRule(Grid.BOTTOM);
    } else {
      rule(Grid.BOTTOM);
    }
  }

  private void space() {
    spacedTitles();
    for (int i = 0; i < rows.shown().size(); i++) {
      if (rows.isBehindGap(i)) {
        gap(framedWidth() - 3);
      }
      row(i, "");
    }
    if (hasFooter()) {
      out.append('\n');
      spacedTitles();
    }
  }

  private int framedWidth() {
    int sum = 1;
    for (int width : widths) {
      sum += width + 3;
    }
    return sum;
  }

  private void gap(int width) {
    out.append(margin);
    for (int i = 0; i < width; i++) {
      out.append(i % 2 == 1 ? " " : frame("─"));
    }
    out.append('\n');
  }

  private void spacedTitles() {
    out.append(margin);
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? " " : "   ").append(padded(names.get(i), i, 0, ""));
    }
    out.append("\n\n");
  }

  private void titles(String bar) {
    out.append(margin).append(frame(bar));
    for (int i = 0; i < widths.length; i++) {
      out.append(' ').append(padded(names.get(i), i, 0, "")).append(' ').append(frame(bar));
    }
    out.append('\n');
  }

  private void row(int index, String bar) {
    PrettyRows.Row row = rows.shown().get(index);
    for (int line = 0; line < row.height(); line++) {
      if (line == 0 && options.rowNumbers) {
        String number = row.number() + ". ";
        out.append(" ".repeat(Math.max(0, margin.length() - number.length()))).append(number);
      } else {
        out.append(margin);
      }
      out.append(frame(bar));
      // tabs are measured as if rows had numbers, and unless lines are split in the first column
      int left = rows.margin(true) + (bar.isEmpty() ? 1 : 2);
      for (int i = 0; i < widths.length; i++) {
        PrettyCell cell = row.cells()[i];
        String text = line < cell.lines().size() ? cell.lines().get(line) : "";
        out.append(bar.isEmpty() && i > 0 ? " " : "").append(mark(cell.left(line)));
        out.append(padded(text, i, left, mark(cell.cutMark(line))));
        out.append(mark(cell.right(line))).append(frame(bar));
        left += options.multiLine ? 0 : widths[i] + 3;
      }
      out.append(row.tip() == null ? "" : " -- " + row.tip()).append('\n');
    }
  }

  /** The text with blanks to the column's width; the mark of a cut text has its own room. */
  private String padded(String text, int column, int left, String cutMark) {
    String pad = " ".repeat(Math.max(0, widths[column] - DisplayWidth.of(text, left)));
    return rightAligned[column] ? pad + text + cutMark : text + cutMark + pad;
  }

  private String mark(String mark) {
    return options.ascii ? mark.replace('↳', '>').replace('↴', '\\').replace('⋯', '~') : mark;
  }

  private String frame(String part) {
    return options.ascii ? Grid.ascii(part) : part;
  }

  private void rule(String parts) {
    String frame = frame(parts);
    out.append(margin).append(frame.charAt(0));
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? "" : frame.charAt(2));
      out.append(String.valueOf(frame.charAt(1)).repeat(widths[i] + 2));
    }
    out.append(frame.charAt(3)).append('\n');
  }

  private void titledRule(String parts) {
    String frame = frame(parts);
    String dash = frame("─");
    out.append(margin).append(frame.charAt(0));
    for (int i = 0; i < widths.length; i++) {
      String line = dash.repeat(Math.max(0, widths[i] - DisplayWidth.of(names.get(i))));
      out.append(i == 0 ? "" : frame.charAt(2)).append(dash);
      out.append(rightAligned[i] ? line + names.get(i) : names.get(i) + line).append(dash);
    }
    out.append(frame.charAt(3)).append('\n');
  }
}
