// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.IndentedValue;
import java.io.OutputStream;

/** JSON and JSONCompact: a document with meta, data, totals, extremes, rows, statistics. */
final class DocumentWriter extends JsonResultWriter {

  private final boolean compact;
  private final boolean indents;
  private final IndentedValue[] indented;
  private boolean dataEnded;

  DocumentWriter(
      boolean compact, boolean strings, Schema schema, FormatSettings settings, OutputStream out) {
    super(strings, schema, settings, out);
    this.compact = compact;
    this.indents = !compact && !strings && settings.flag("output_format_json_pretty_print", true);
    this.indented =
        schema.types().stream()
            .map(type -> IndentedValue.of(type, '\t', 1, options()))
            .toArray(IndentedValue[]::new);
  }

  @Override
  protected boolean repairs() {
    return true;
  }

  @Override
  protected void begin() {
    meta();
    text().put("\n\t\"data\":\n\t[\n");
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() == 0 ? "\t\t" : ",\n\t\t");
    if (compact) {
      array(batch, row);
    } else if (!indents) {
      lines(batch, row, "\t\t");
    } else {
      text().put("{\n");
      for (int i = 0; i < batch.width(); i++) {
        text().put(i == 0 ? "\t\t\t" : ",\n\t\t\t");
        put(name(i));
        text().put(": ");
        if (batch.column(i).isNull(row)) {
          cell(batch, row, i);
        } else {
          indented[i].writeAny(batch.column(i), row, 3, text());
        }
      }
      text().put("\n\t\t}");
    }
  }

  private void special(String name, String indent, Batch batch, int row) {
    text().put(indent).put('"').put(name).put("\":");
    if (compact) {
      text().put(' ');
      array(batch, row);
    } else {
      text().put('\n').put(indent);
      lines(batch, row, indent);
    }
  }

  @Override
  protected void totalsRow(Batch totals) {
    endData();
    text().put(",\n\n");
    special("totals", "\t", totals, 0);
  }

  @Override
  protected void extremeRows(Batch extremes) {
    endData();
    text().put(",\n\n\t\"extremes\":\n\t{\n");
    special("min", "\t\t", extremes, 0);
    text().put(",\n");
    special("max", "\t\t", extremes, 1);
    text().put("\n\t}");
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
    statistics(figures);
  }
}
