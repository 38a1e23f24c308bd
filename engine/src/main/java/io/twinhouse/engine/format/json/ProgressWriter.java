// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import java.io.OutputStream;

/** JSONEachRowWithProgress: one event a line: how far the query is, the columns, a row, totals. */
final class ProgressWriter extends JsonResultWriter {

  private final boolean compact;
  private long reportedRows = -1;

  ProgressWriter(
      boolean compact, boolean strings, Schema schema, FormatSettings settings, OutputStream out) {
    super(strings, schema, settings, out);
    this.compact = compact;
    if (settings.flag("output_format_json_array_of_rows", false)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting 'output_format_json_array_of_rows' has no meaning with progress; unset it");
    }
  }

  @Override
  protected boolean repairs() {
    return settings().flag("output_format_json_validate_utf8", false);
  }

  @Override
  protected void progressLine(ResultFigures figures) {
    if (figures.readRows() == reportedRows) {
      return;
    }
    reportedRows = figures.readRows();
    text()
        .put("{\"progress\":{\"read_rows\":\"" + figures.readRows())
        .put("\",\"read_bytes\":\"" + figures.readBytes())
        .put("\",\"total_rows_to_read\":\"" + figures.readRows())
        .put("\",\"elapsed_ns\":\"" + figures.elapsedNanos() + "\"}}\n");
  }

  @Override
  protected void begin() {
    text().put("{\"meta\":[");
    for (int i = 0; i < schema().size(); i++) {
      text().put(i == 0 ? "{\"name\":" : ",{\"name\":");
      put(name(i));
      text().put(",\"type\":");
      put(styled(schema().type(i).name()));
      text().put('}');
    }
    text().put("]}\n");
  }

  private void event(String name, Batch batch, int row) {
    text().put("{\"" + name + "\":");
    if (compact) {
      array(batch, row);
    } else {
      object(batch, row, -1);
    }
    text().put("}\n");
  }

  @Override
  protected void row(Batch batch, int row) {
    event("row", batch, row);
  }

  @Override
  protected void totalsRow(Batch totals) {
    event("totals", totals, 0);
  }

  @Override
  protected void extremeRows(Batch extremes) {
    event("min", extremes, 0);
    event("max", extremes, 1);
  }

  @Override
  protected void finish(ResultFigures figures) {
    if (figures.rowsBeforeLimit() >= 0) {
      text().put("{\"rows_before_limit_at_least\":" + figures.rowsBeforeLimit() + "}\n");
    }
  }
}
