// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.text.ReadableNumber;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers rows into tables of bounded length. */
final class PrettyWriter implements ResultWriter {

  private static final int ROWS_PER_TABLE = 65_409;
  private static final int FALLBACK_ROWS = 10;
  private static final int FALLBACK_COLUMNS = 5;
  private static final int FALLBACK_WIDTH = 250;
  private static final String NULL = "ᴺᵁᴸᴸ";

  private final Grid grid;
  private final Schema schema;
  private final FormatSettings settings;
  private final OutputStream out;
  private final ValueWriter[] writers;
  private final List<String> names;
  private final boolean[] rightAligned;
  private final List<Batch> batches = new ArrayList<>();
  private List<String[]> rows = new ArrayList<>();
  private List<@Nullable String> tips = new ArrayList<>();
  private boolean multiLine;
  private long firstRow = 1;

  PrettyWriter(Grid grid, Schema schema, FormatSettings settings, OutputStream out) {
    this.grid = grid;
    this.schema = schema;
    this.settings = settings;
    this.out = out;
    this.writers =
        schema.types().stream()
            .map(type -> ValueWriter.of(type, TextStyle.RAW, settings.zone()))
            .toArray(ValueWriter[]::new);
    this.names = schema.names();
    this.rightAligned = new boolean[schema.size()];
    for (int i = 0; i < rightAligned.length; i++) {
      rightAligned[i] = isNumber(schema.type(i).base());
    }
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type instanceof FloatType
        || type instanceof DecimalType
        || isTime(type)
        || type instanceof IntervalType;
  }

  private static boolean isTime(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type;
  }

  @Override
  public void write(Batch batch) throws IOException {
    if (firstRow == 1 && rows.size() + batch.rows() <= FALLBACK_ROWS) {
      int[] all = new int[batch.rows()];
      java.util.Arrays.setAll(all, row -> row);
      batches.add(batch.gather(all, all.length));
    }
    for (int row = 0; row < batch.rows(); row++) {
      add(batch, row);
      if (rows.size() == ROWS_PER_TABLE) {
        table();
      }
    }
  }

  private void add(Batch batch, int row) {
    String[] texts = new String[batch.width()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = NULL;
      if (!batch.column(i).isNull(row)) {
        TextOutput text = new TextOutput();
        writers[i].write(batch.column(i), row, text);
        texts[i] = text.toString();
        multiLine |= texts[i].indexOf('\n') >= 0;
      }
    }
    rows.add(texts);
    int last = texts.length - 1;
    tips.add(last < 0 ? null : ReadableNumber.of(schema.type(last), batch.column(last), row));
  }

  private void table() throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    PrettyBlock block = new PrettyBlock(names, rightAligned, rows, tips, firstRow);
    boolean vertical =
        firstRow == 1
            && rows.size() <= FALLBACK_ROWS
            && names.size() >= FALLBACK_COLUMNS
            && (multiLine || block.width() >= FALLBACK_WIDTH);
    if (vertical) {
      ResultWriter lines = Formats.output("Vertical").writer(schema, settings, out);
      for (Batch batch : batches) {
        lines.write(batch);
      }
      lines.end(new ResultFigures(0, 0, 0, -1));
    } else {
      out.write(block.render(grid).getBytes(StandardCharsets.UTF_8));
    }
    firstRow += rows.size();
    rows = new ArrayList<>();
    tips = new ArrayList<>();
  }

  @Override
  public void totals(Batch row) throws IOException {
    table();
    out.write("\nTotals:\n".getBytes(StandardCharsets.UTF_8));
    batches.clear();
    firstRow = 1;
    write(row);
    table();
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    table();
  }
}
