// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.text.Alignment;
import io.twinhouse.engine.format.text.ColumnName;
import io.twinhouse.engine.format.text.DisplayWidth;
import io.twinhouse.engine.format.text.RawText;
import io.twinhouse.engine.format.text.ReadableNumber;
import io.twinhouse.engine.format.text.VerticalWriter;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers rows into tables of bounded length. */
final class PrettyWriter implements ResultWriter {

  private static final int ROWS_PER_TABLE = 65_409;

  private final Grid grid;
  private final Schema schema;
  private final FormatSettings settings;
  private final OutputStream out;
  private final PrettyOptions options;
  private final WriteOptions values;
  private final ReadableNumber tips;
  private final ValueWriter[] writers;
  private final boolean[] rightAligned;
  private final List<Batch> batches = new ArrayList<>();
  private PrettyRows rows;
  private boolean multiLine;
  private long before;

  /** Whether the rows before totals and extremes are all that may be shown. */
  private boolean spent;

  PrettyWriter(Grid grid, Schema schema, FormatSettings settings, OutputStream out) {
    this.grid = grid;
    this.schema = schema;
    this.settings = settings;
    this.out = out;
    this.options = new PrettyOptions(settings);
    WriteOptions plain = settings.writeOptions();
    this.values = options.tuplesAsJson ? plain.laidOut(true, 0) : plain;
    this.tips = ReadableNumber.of(settings);
    this.writers =
        schema.types().stream()
            .map(type -> ValueWriter.of(type, TextStyle.RAW, values))
            .toArray(ValueWriter[]::new);
    this.rightAligned = new boolean[schema.size()];
    for (int i = 0; i < rightAligned.length; i++) {
      rightAligned[i] = Alignment.isRight(schema.type(i));
    }
    this.rows = new PrettyRows(1, options.maxRows);
  }

  @Override
  public void write(Batch batch) throws IOException {
    if (before == 0 && options.mayFallBack(rows.count() + batch.rows(), schema.size())) {
      int[] all = new int[batch.rows()];
      Arrays.setAll(all, row -> row);
      batches.add(batch.gather(all, all.length));
    }
    for (int row = 0; row < batch.rows(); row++) {
      add(batch, row);
      if (rows.count() == ROWS_PER_TABLE && options.maxRows > ROWS_PER_TABLE) {
        table();
      }
    }
  }

  private void add(Batch batch, int row) {
    PrettyCell[] cells = new PrettyCell[batch.width()];
    boolean single = cells.length == 1 && batch.rows() == 1 && !options.singleValueCut;
    boolean whole = single || options.maxValueWidth == 0;
    for (int i = 0; i < cells.length; i++) {
      String text = settings.nullWord();
      if (!batch.column(i).isNull(row)) {
        TextOutput written = new TextOutput();
        writers[i].write(batch.column(i), row, written);
        text = RawText.decode(written.data(), written.length());
        multiLine |= text.indexOf('\n') >= 0;
      }
      cells[i] =
          PrettyCell.of(text, whole ? Integer.MAX_VALUE : options.maxValueWidth, options.multiLine);
    }
    int last = cells.length - 1;
    rows.add(cells, last < 0 ? null : tips.of(schema.type(last), batch.column(last), row));
  }

  private void table() throws IOException {
    if (rows.count() == 0) {
      return;
    }
    int[] widths = new int[schema.size()];
    List<String> names = new ArrayList<>();
    List<PrettyRows.Row> shown = rows.shown();
    int left = rows.margin(true) + (grid == Grid.SPACE ? 1 : 2);
    int sum = 0;
    for (int i = 0; i < widths.length; i++) {
      for (PrettyRows.Row row : shown) {
        int width = Math.min(row.cells()[i].width(left), options.maxValueWidth);
        widths[i] = Math.max(widths[i], Math.min(options.padWidth, width));
      }
      String name = ColumnName.cut(schema.field(i).name(), widths[i], settings);
      names.add(options.ascii ? name.replace('⋯', '~') : name);
      int width = Math.min(options.padWidth, DisplayWidth.of(names.get(i)));
      widths[i] = Math.max(widths[i], width);
      sum += widths[i];
      left += widths[i] + 3;
    }
    boolean vertical =
        options.maxRows > 0
            && before == 0
            && options.mayFallBack(rows.count(), schema.size())
            && options.fallsBack(multiLine, sum);
    if (vertical) {
      vertical();
    } else if (options.maxRows > 0) {
      if (spent) {
        rows.hide();
      }
      PrettyBlock block = new PrettyBlock(options, names, rightAligned, rows, widths);
      print(block.render(grid));
    }
    if (!vertical && !spent && rows.count() >= options.maxRows) {
      String gap = grid == Grid.SPACE ? "\n" : "";
      print(gap + "Showed " + options.maxRows + " out of " + rows.count() + " rows.\n");
    }
    before += rows.count();
    rows = new PrettyRows(before + 1, options.maxRows);
  }

  private void vertical() throws IOException {
    VerticalWriter lines =
        new VerticalWriter(schema, settings, values.laidOut(options.tuplesAsJson, 1), out);
    for (Batch batch : batches) {
      lines.write(batch);
    }
  }

  private void print(String text) throws IOException {
    out.write(RawText.encode(text));
  }

  @Override
  public void totals(Batch row) throws IOException {
    table();
    print("\nTotals:\n");
    special(row);
  }

  @Override
  public void extremes(Batch extremes) throws IOException {
    table();
    print("\nExtremes:\n");
    special(extremes);
  }

  private void special(Batch batch) throws IOException {
    batches.clear();
    spent |= before >= options.maxRows;
    before = 0;
    rows = new PrettyRows(1, options.maxRows);
    write(batch);
    table();
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    table();
  }
}
