// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Vertical: one line a value. */
final class VerticalWriter extends TextResultWriter {

  private static final byte[] NULL = "ᴺᵁᴸᴸ".getBytes(StandardCharsets.UTF_8);

  private final String[] names;

  VerticalWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.RAW, settings, out);
    int width = schema.names().stream().mapToInt(DisplayWidth::of).max().orElse(0);
    names =
        schema.names().stream()
            .map(name -> name + ": " + " ".repeat(width - DisplayWidth.of(name)))
            .toArray(String[]::new);
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() == 0 ? "" : "\n");
    long number = rows() + 1;
    // the server's rule is as long as the title of the next row
    int rule = ("Row " + (number + 1) + ":").length();
    titled("Row " + number + ":", rule, batch, row);
  }

  @Override
  protected void totalsRow(Batch totals) {
    text().put("\n\n");
    titled("Totals:", "Totals:".length(), totals, 0);
  }

  private void titled(String title, int rule, Batch batch, int row) {
    text().put(title).put('\n').put("─".repeat(rule)).put('\n');
    for (int i = 0; i < batch.width(); i++) {
      text().put(names[i]);
      if (batch.column(i).isNull(row)) {
        put(NULL);
      } else {
        value(batch, row, i);
        String words = ReadableNumber.of(schema().type(i), batch.column(i), row);
        text().put(words == null ? "" : " -- " + words);
      }
      text().put('\n');
    }
  }
}
