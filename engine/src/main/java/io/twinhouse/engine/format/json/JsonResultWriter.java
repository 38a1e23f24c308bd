// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.text.TextResultWriter;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import java.io.OutputStream;
import java.math.BigDecimal;

/** What the JSON formats share: names, values as values or as strings, the parts of a document. */
abstract class JsonResultWriter extends TextResultWriter {

  private final boolean strings;
  private final byte[][] names;
  private final TextOutput plain = new TextOutput();
  private final ValueWriter[] plainWriters;

  /**
   * @param strings whether values are written as text in quotes
   */
  JsonResultWriter(boolean strings, Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.JSON, settings, out);
    this.strings = strings;
    this.names = schema.names().stream().map(name -> styled(name)).toArray(byte[][]::new);
    this.plainWriters =
        schema.types().stream()
            .map(type -> ValueWriter.of(type, TextStyle.RAW, options()))
            .toArray(ValueWriter[]::new);
  }

  /** A column's name in quotes. */
  final byte[] name(int column) {
    return names[column];
  }

  /** Writes a value on one line. */
  final void cell(Batch batch, int row, int column) {
    if (!strings) {
      value(batch, row, column);
    } else if (batch.column(column).isNull(row)) {
      text().put('"').put(settings().nullWord()).put('"');
    } else {
      plain.reset();
      plainWriters[column].write(batch.column(column), row, plain);
      ValueWriter.writeText(plain.data(), 0, plain.length(), TextStyle.JSON, options(), text());
    }
  }

  final void array(Batch batch, int row) {
    text().put('[');
    for (int i = 0; i < batch.width(); i++) {
      text().put(i == 0 ? "" : ", ");
      cell(batch, row, i);
    }
    text().put(']');
  }

  /**
   * @param without a column to leave out, or -1
   */
  final void object(Batch batch, int row, int without) {
    text().put('{');
    boolean first = true;
    for (int i = 0; i < batch.width(); i++) {
      if (i != without) {
        text().put(first ? "" : ",");
        first = false;
        put(names[i]);
        text().put(':');
        cell(batch, row, i);
      }
    }
    text().put('}');
  }

  /** Begins a document: names and types of the columns. */
  final void meta() {
    text().put("{\n\t\"meta\":\n\t[");
    for (int i = 0; i < schema().size(); i++) {
      text().put(i == 0 ? "\n" : ",\n").put("\t\t{\n\t\t\t\"name\": ");
      put(names[i]);
      text().put(",\n\t\t\t\"type\": ");
      put(styled(schema().type(i).name()));
      text().put("\n\t\t}");
    }
    text().put("\n\t],\n");
  }

  /** Writes a row as an object, one member a line. */
  final void lines(Batch batch, int row, String indent) {
    text().put("{\n");
    for (int i = 0; i < batch.width(); i++) {
      text().put(i == 0 ? "" : ",\n").put(indent).put('\t');
      put(names[i]);
      text().put(": ");
      cell(batch, row, i);
    }
    text().put('\n').put(indent).put('}');
  }

  /** Ends a document. */
  final void statistics(ResultFigures figures) {
    text().put(",\n\n\t\"rows\": ").putLong(rows());
    if (figures.rowsBeforeLimit() >= 0) {
      text().put(",\n\n\t\"rows_before_limit_at_least\": ").putLong(figures.rowsBeforeLimit());
    }
    if (settings().flag("output_format_write_statistics", true)) {
      text()
          .put(",\n\n\t\"statistics\":\n\t{\n\t\t\"elapsed\": " + seconds(figures.elapsedNanos()))
          .put(",\n\t\t\"rows_read\": " + figures.readRows())
          .put(",\n\t\t\"bytes_read\": " + figures.readBytes() + "\n\t}");
    }
    text().put("\n}\n");
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
