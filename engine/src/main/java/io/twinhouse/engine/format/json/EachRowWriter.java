// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.IndentedValue;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** JSONEachRow: one object a line, or, when pretty, one member a line. */
final class EachRowWriter extends JsonResultWriter {

  private static final String INDENT = "    ";

  private final boolean inArray;
  private final IndentedValue @Nullable [] indented;

  EachRowWriter(
      boolean strings, boolean pretty, Schema schema, FormatSettings settings, OutputStream out) {
    super(strings, schema, settings, out);
    inArray = settings.flag("output_format_json_array_of_rows", false);
    indented =
        pretty
            ? schema.types().stream()
                .map(type -> IndentedValue.of(type, ' ', INDENT.length(), options()))
                .toArray(IndentedValue[]::new)
            : null;
  }

  @Override
  protected boolean repairs() {
    return settings().flag("output_format_json_validate_utf8", false);
  }

  @Override
  protected void begin() {
    text().put(inArray ? "[\n" : "");
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() > 0 && inArray ? ",\n" : "");
    if (indented == null) {
      object(batch, row, -1);
    } else {
      text().put("{\n");
      for (int i = 0; i < batch.width(); i++) {
        text().put(i == 0 ? "" : ",\n").put(INDENT);
        put(name(i));
        text().put(": ");
        if (batch.column(i).isNull(row)) {
          cell(batch, row, i);
        } else {
          indented[i].writeAny(batch.column(i), row, 1, text());
        }
      }
      text().put("\n}");
    }
    text().put(inArray ? "" : "\n");
  }

  @Override
  protected void finish(ResultFigures figures) {
    text().put(inArray ? "\n]\n" : "");
  }
}
