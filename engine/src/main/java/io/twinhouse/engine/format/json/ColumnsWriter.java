// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.TextOutput;
import java.io.OutputStream;

/**
 * JSONColumns and its kin: all values of a column in one array, so all rows are kept to the end.
 */
final class ColumnsWriter extends JsonResultWriter {

  /** What stands around the arrays. */
  enum Form {
    NAMED,
    COMPACT,
    DOCUMENT
  }

  private final Form form;
  private final String indent;
  private final TextOutput[] columns;
  private boolean dataEnded;

  ColumnsWriter(Form form, Schema schema, FormatSettings settings, OutputStream out) {
    super(false, schema, settings, out);
    this.form = form;
    this.indent = form == Form.DOCUMENT ? "\t\t" : "\t";
    this.columns = new TextOutput[schema.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new TextOutput();
    }
  }

  @Override
  protected boolean repairs() {
    return form == Form.DOCUMENT || settings().flag("output_format_json_validate_utf8", false);
  }

  @Override
  protected void row(Batch batch, int row) {
    for (int i = 0; i < columns.length; i++) {
      int from = text().length();
      cell(batch, row, i);
      columns[i].put(rows() == 0 ? "" : ", ");
      columns[i].put(text().data(), from, text().length() - from);
      text().truncate(from);
    }
  }

  private void endData() {
    if (dataEnded) {
      return;
    }
    dataEnded = true;
    if (form == Form.DOCUMENT) {
      meta();
      text().put("\n\t\"data\":\n\t{\n");
    } else {
      text().put(form == Form.COMPACT ? "[\n" : "{\n");
    }
    boolean none = rows() == 0 && form != Form.NAMED;
    for (int i = 0; i < columns.length && !none; i++) {
      text().put(i == 0 ? "" : ",\n").put(indent);
      if (form != Form.COMPACT) {
        put(name(i));
        text().put(": ");
      }
      text().put('[').put(columns[i].data(), 0, columns[i].length()).put(']');
    }
    text().put(form == Form.DOCUMENT ? "\n\t}" : form == Form.COMPACT ? "\n]\n" : "\n}\n");
  }

  @Override
  protected void totalsRow(Batch totals) {
    if (form == Form.DOCUMENT) {
      endData();
      text().put(",\n\n\t\"totals\":\n\t");
      lines(totals, 0, "\t");
    }
  }

  @Override
  protected void extremeRows(Batch extremes) {
    if (form == Form.DOCUMENT) {
      endData();
      text().put(",\n\n\t\"extremes\":\n\t{\n\t\t\"min\":\n\t\t");
      lines(extremes, 0, "\t\t");
      text().put(",\n\t\t\"max\":\n\t\t");
      lines(extremes, 1, "\t\t");
      text().put("\n\t}");
    }
  }

  @Override
  protected void finish(ResultFigures figures) {
    endData();
    if (form == Form.DOCUMENT) {
      statistics(figures);
    }
  }
}
