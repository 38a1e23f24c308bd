// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first rows of fields between delimiters. */
final class SeparatedRows {

  /** How fields are told apart. */
  enum Style {
    CSV,
    ESCAPED,
    RAW
  }

  /**
   * A field without its quotes.
   *
   * @param quoted whether there were any
   */
  record Cell(String text, boolean quoted) {}

  private final String text;
  private final Style style;
  private final char delimiter;
  private final List<List<Cell>> rows = new ArrayList<>();
  private int at;

  private SeparatedRows(String text, Style style, char delimiter) {
    this.text = text;
    this.style = style;
    this.delimiter = delimiter;
  }

  /**
   * As many rows as settings want looked at, and two that may be names and types.
   *
   * @param skipsLines whether the format has a setting for first lines that are no rows
   */
  static List<List<Cell>> of(
      SampledInput data, Style style, StructureSettings settings, boolean skipsLines)
      throws IOException {
    int most = settings.rows() > Integer.MAX_VALUE - 2 ? Integer.MAX_VALUE : settings.rows() + 2;
    boolean csv = style == Style.CSV;
    List<List<Cell>> rows;
    do {
      SeparatedRows reader =
          new SeparatedRows(data.text(), style, csv ? settings.csvDelimiter() : '\t');
      reader.skipLines(skipsLines ? settings.skippedLines(csv) : 0);
      rows = reader.read(most, data.isWhole());
    } while (rows.size() < most && data.longer());
    return rows;
  }

  private void skipLines(long lines) {
    for (long i = 0; i < lines && at < text.length(); i++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
  }

  private List<List<Cell>> read(int most, boolean whole) {
    while (at < text.length() && rows.size() < most) {
      List<Cell> row = row();
      if (!whole && at == text.length()) {
        break; // the row may go on
      }
      rows.add(row);
    }
    return rows;
  }

  private List<Cell> row() {
    List<Cell> cells = new ArrayList<>();
    while (true) {
      cells.add(style == Style.CSV ? csvCell() : plainCell());
      if (at == text.length()) {
        return cells;
      }
      char end = text.charAt(at++);
      if (end == '\r') {
        at++;
        return cells;
      }
      if (end == '\n') {
        return cells;
      }
    }
  }

  private boolean endsCell(int position) {
    char next = text.charAt(position);
    boolean returned =
        style == Style.CSV
            && next == '\r'
            && position + 1 < text.length()
            && text.charAt(position + 1) == '\n';
    return next == delimiter || next == '\n' || returned;
  }

  private Cell plainCell() {
    int from = at;
    while (at < text.length() && !endsCell(at)) {
      at += style == Style.ESCAPED && text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    return new Cell(text.substring(from, at), false);
  }

  private Cell csvCell() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || text.charAt(at) != '"') {
      return new Cell(plainCell().text().strip(), false);
    }
    StringBuilder inner = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          at++;
          break;
        }
        at++;
      }
      inner.append(next);
    }
    plainCell();
    return new Cell(inner.toString(), true);
  }

  private boolean isBlank(char next) {
    return (next == ' ' || next == '\t') && next != delimiter;
  }
}
