// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.WriteOptions;
import java.io.OutputStream;
import java.util.List;

/** Vertical: one line a value. */
public final class VerticalWriter extends TextResultWriter {

  private static final int JSON_INDENT = 4;

  private final String[] names;
  private final ReadableNumber tips;
  private final long maxRows;
  private boolean told;

  VerticalWriter(Schema schema, FormatSettings settings, OutputStream out) {
    this(schema, settings, settings.writeOptions().laidOut(false, JSON_INDENT), out);
  }

  /** For a table that falls back to this form, with the values written as that table would. */
  public VerticalWriter(
      Schema schema, FormatSettings settings, WriteOptions options, OutputStream out) {
    super(schema, TextStyle.RAW, settings, options, out);
    List<String> cut =
        schema.names().stream().map(name -> ColumnName.cut(name, 0, settings)).toList();
    int width = cut.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    names =
        cut.stream()
            .map(name -> name + ": " + " ".repeat(width - DisplayWidth.of(name)))
            .toArray(String[]::new);
    tips = ReadableNumber.of(settings);
    if (settings.flag("output_format_pretty_color", false)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting 'output_format_pretty_color' cannot be '1' here; leave it as it is");
    }
    maxRows = settings.number("output_format_pretty_max_rows", -1);
  }

  @Override
  protected void row(Batch batch, int row) {
    long number = rows() + 1;
    if (Long.compareUnsigned(number, maxRows) > 0) {
      return;
    }
    text().put(rows() == 0 ? "" : "\n");
    // the server's rule is as long as the title of the next row
    int rule = ("Row " + (number + 1) + ":").length();
    titled("Row " + number + ":", rule, batch, row);
  }

  @Override
  protected void totalsRow(Batch totals) {
    tellOfRest();
    text().put("\n\n");
    titled("Totals:", "Totals:".length(), totals, 0);
  }

  @Override
  protected void extremeRows(Batch extremes) {
    tellOfRest();
    text().put('\n');
    titled("Min:", "Min:".length(), extremes, 0);
    text().put('\n');
    titled("Max:", "Max:".length(), extremes, 1);
  }

  @Override
  protected void finish(ResultFigures figures) {
    tellOfRest();
  }

  /** Says once that rows were left out. */
  private void tellOfRest() {
    if (!told && Long.compareUnsigned(rows(), maxRows) > 0) {
      text().put(maxRows == 0 ? "" : "\n").put("Showed first " + maxRows + ".\n");
    }
    told = true;
  }

  private void titled(String title, int rule, Batch batch, int row) {
    text().put(title).put('\n').put("─".repeat(rule)).put('\n');
    for (int i = 0; i < batch.width(); i++) {
      text().put(names[i]);
      if (batch.column(i).isNull(row)) {
        text().put(settings().nullWord());
      } else {
        value(batch, row, i);
        String words = tips.of(schema().type(i), batch.column(i), row);
        text().put(words == null ? "" : " -- " + words);
      }
      text().put('\n');
    }
  }
}
