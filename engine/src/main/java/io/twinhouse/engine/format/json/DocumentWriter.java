// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.text.TextResultWriter;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** JSON and JSONCompact: a document with meta, data, totals, rows, statistics. */
final class DocumentWriter extends TextResultWriter {

  private final boolean compact;
  private final byte[][] names;
  private final IndentedValue[] indented;
  private boolean dataEnded;

  DocumentWriter(boolean compact, Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.JSON, settings, out);
    this.compact = compact;
    this.names = schema.names().stream().map(name -> styled(name)).toArray(byte[][]::new);
    this.indented =
        schema.types().stream()
            .map(type -> IndentedValue.of(type, settings.zone()))
            .toArray(IndentedValue[]::new);
  }

  @Override
  protected void begin() {
    text().put("{\n\t\"meta\":\n\t[");
    for (int i = 0; i < schema().size(); i++) {
      text().put(i == 0 ? "\n" : ",\n").put("\t\t{\n\t\t\t\"name\": ");
      put(names[i]);
      text().put(",\n\t\t\t\"type\": ");
      put(styled(schema().type(i).name()));
      text().put("\n\t\t}");
    }
    text().put("\n\t],\n\n\t\"data\":\n\t[\n");
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() == 0 ? "\t\t" : ",\n\t\t");
    values(batch, row, "\t\t");
  }

  private void values(Batch batch, int row, String indent) {
    text().put(compact ? "[" : "{\n");
    for (int i = 0; i < batch.width(); i++) {
      if (compact) {
        text().put(i == 0 ? "" : ", ");
      } else {
        text().put(i == 0 ? "" : ",\n").put(indent).put('\t');
        put(names[i]);
        text().put(": ");
      }
      validValue(batch, row, i, indent.length() + 1);
    }
    if (compact) {
      text().put(']');
    } else {
      text().put('\n').put(indent).put('}');
    }
  }

  /** A document is valid UTF-8 whatever the strings hold; lines of JSON are not checked. */
  private void validValue(Batch batch, int row, int column, int depth) {
    int from = text().length();
    if (compact || batch.column(column).isNull(row)) {
      value(batch, row, column);
    } else {
      indented[column].writeAny(batch.column(column), row, depth, text());
    }
    byte[] data = text().data();
    for (int i = from; i < text().length(); i++) {
      if (data[i] < 0) {
        String valid = new String(data, from, text().length() - from, StandardCharsets.UTF_8);
        text().truncate(from);
        text().put(valid);
        return;
      }
    }
  }

  @Override
  protected void totalsRow(Batch totals) {
    endData();
    text().put(",\n\n\t\"totals\":").put(compact ? " " : "\n\t");
    values(totals, 0, "\t");
  }

  private void endData() {
    if (!dataEnded) {
      dataEnded = true;
      text().put("\n\t]");
    }
  }

  @Override
  protected void finish(ResultFigures figures) {
    endData();
    text().put(",\n\n\t\"rows\": ").putLong(rows());
    if (figures.rowsBeforeLimit() >= 0) {
      text().put(",\n\n\t\"rows_before_limit_at_least\": ").putLong(figures.rowsBeforeLimit());
    }
    String seconds =
        BigDecimal.valueOf(figures.elapsedNanos(), 9).stripTrailingZeros().toPlainString();
    text()
        .put(",\n\n\t\"statistics\":\n\t{\n\t\t\"elapsed\": " + seconds)
        .put(",\n\t\t\"rows_read\": " + figures.readRows())
        .put(",\n\t\t\"bytes_read\": " + figures.readBytes() + "\n\t}\n}\n");
  }
}
