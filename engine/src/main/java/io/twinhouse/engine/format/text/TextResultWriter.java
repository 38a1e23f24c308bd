// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows as text, handing it on batch by batch. Subclasses say what stands where. */
public abstract class TextResultWriter implements ResultWriter {

  private static final int HAND_ON = 1 << 15;

  private final Schema schema;
  private final ValueWriter[] writers;
  private final TextOutput text = new TextOutput();
  private final TextStyle style;
  private final FormatSettings settings;
  private final OutputStream out;
  private final WriteOptions options;
  private final String nullText;
  private boolean begun;
  private long rows;

  protected TextResultWriter(
      Schema schema, TextStyle style, FormatSettings settings, OutputStream out) {
    this(schema, style, settings, settings.writeOptions(), out);
  }

  /** A writer whose values are written by other options than the settings'. */
  protected TextResultWriter(
      Schema schema,
      TextStyle style,
      FormatSettings settings,
      WriteOptions options,
      OutputStream out) {
    this.schema = schema;
    this.style = style;
    this.settings = settings;
    this.out = out;
    this.options = options;
    this.writers =
        schema.types().stream()
            .map(type -> ValueWriter.of(type, style, options))
            .toArray(ValueWriter[]::new);
    this.nullText = nullText(style, settings);
    refuseQuotedDocuments(schema, style, options);
  }

  /** Writes what stands before the first row. */
  protected void begin() {}

  /** Writes one row; {@link #rows()} rows stand before it. */
  protected abstract void row(Batch batch, int row);

  /** Writes the row of totals; nothing unless overridden. */
  protected void totalsRow(Batch totals) {}

  /** Writes the two rows of extremes; nothing unless overridden. */
  protected void extremeRows(Batch extremes) {}

  /** Writes how far the query is; nothing unless overridden. */
  protected void progressLine(ResultFigures figures) {}

  /** Whether bytes that are no UTF-8 are replaced. */
  protected boolean repairs() {
    return false;
  }

  /** Writes what stands behind the rows. */
  protected void finish(ResultFigures figures) {}

  protected final Schema schema() {
    return schema;
  }

  protected final FormatSettings settings() {
    return settings;
  }

  protected final TextOutput text() {
    return text;
  }

  /** Rows written so far. */
  protected final long rows() {
    return rows;
  }

  /** Writes one value in this writer's style. */
  protected final void value(Batch batch, int row, int column) {
    if (batch.column(column).isNull(row)) {
      text.put(nullText);
    } else {
      writers[column].write(batch.column(column), row, text);
    }
  }

  private static void refuseQuotedDocuments(Schema schema, TextStyle style, WriteOptions options) {
    boolean documents = schema.types().stream().anyMatch(type -> type.name().contains("JSON"));
    boolean floats = options.json().quoteFloats();
    if (documents && (floats || options.json().quoteIntegers())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting 'output_format_json_quote_64bit_"
              + (floats ? "floats" : "integers")
              + "' is not supported with columns of type JSON; convert them with toString");
    }
    if (documents && style == TextStyle.JSON && !options.json().escapeSlashes()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting 'output_format_json_escape_forward_slashes' = 0 is not supported with columns of"
              + " type JSON; convert them with toString");
    }
  }

  /** What stands for NULL among values of a style. */
  protected static String nullText(TextStyle style, FormatSettings settings) {
    return switch (style) {
      case RAW, ESCAPED -> settings.text("format_tsv_null_representation", style.nullText());
      case CSV -> settings.text("format_csv_null_representation", style.nullText());
      case QUOTED, JSON -> style.nullText();
    };
  }

  protected final WriteOptions options() {
    return options;
  }

  /** A column's name as a value of this writer's style would read. */
  protected final byte[] styled(String name) {
    return styled(name, style);
  }

  /** A text as a value of a style reads. */
  protected final byte[] styled(String name, TextStyle wanted) {
    TextOutput quoted = new TextOutput();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ValueWriter.writeText(bytes, 0, bytes.length, wanted, options, quoted);
    return quoted.toBytes();
  }

  protected final void put(byte[] bytes) {
    text.put(bytes, 0, bytes.length);
  }

  @Override
  public final void write(Batch batch) throws IOException {
    beginOnce();
    for (int row = 0; row < batch.rows(); row++) {
      row(batch, row);
      rows++;
      if (text.length() > HAND_ON) {
        handOn();
      }
    }
    handOn();
  }

  @Override
  public final void totals(Batch row) throws IOException {
    beginOnce();
    totalsRow(row);
    handOn();
  }

  @Override
  public final void extremes(Batch row) throws IOException {
    beginOnce();
    extremeRows(row);
    handOn();
  }

  @Override
  public final void progress(ResultFigures figures) throws IOException {
    progressLine(figures);
    handOn();
  }

  @Override
  public final void end(ResultFigures figures) throws IOException {
    beginOnce();
    finish(figures);
    handOn();
  }

  private void beginOnce() {
    if (!begun) {
      begun = true;
      begin();
    }
  }

  private void handOn() throws IOException {
    if (repairs()) {
      Utf8Repair.write(text.data(), text.length(), out);
    } else {
      out.write(text.data(), 0, text.length());
    }
    text.reset();
  }
}
