// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;

/**
 * Writes the values of one type as ClickHouse does. Not thread-safe: it remembers the last offset
 * of its time zone.
 */
public final class ValueWriter {

  private final CellWriter writer;
  private final TextStyle style;

  private ValueWriter(CellWriter writer, TextStyle style) {
    this.writer = writer;
    this.style = style;
  }

  /**
   * @param zone for times whose type names no zone
   */
  public static ValueWriter of(Type type, TextStyle style, ZoneId zone) {
    return of(type, style, WriteOptions.of(zone));
  }

  /** A writer that heeds settings. */
  public static ValueWriter of(Type type, TextStyle style, WriteOptions options) {
    return new ValueWriter(new CellWriters(options).of(type, style), style);
  }

  /** Writes a text as a String in {@code style} reads. */
  public static void writeText(
      byte[] data, int from, int to, TextStyle style, WriteOptions options, TextOutput out) {
    StringCells.of(options).write(data, from, to, style, out);
  }

  /** Writes row {@code row} of a column of any encoding, NULL included. */
  public void write(Column column, int row, TextOutput out) {
    if (column.isNull(row)) {
      out.put(style.nullText());
    } else {
      writer.writeAny(column, row, out);
    }
  }
}
