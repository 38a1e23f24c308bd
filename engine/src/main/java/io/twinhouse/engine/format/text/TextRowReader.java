// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.BatchBuilder;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of text into builders. Subclasses take the text apart; a row that fails names its
 * number.
 */
public abstract class TextRowReader implements RowReader {

  private final RecordFeed feed;
  private final TextStyle style;
  private final boolean refusesAsInput;

  /** What a whole field says for NULL; empty where the reader of a value knows it. */
  private final byte[] nullText;

  private final ValueReader[] readers;
  private final BatchBuilder batch;
  private final AllowedErrors errors;
  private boolean begun;
  private long read;
  private long started;

  protected TextRowReader(
      Schema columns, TextStyle style, FormatSettings settings, InputStream data) {
    this.feed = new RecordFeed(data);
    // what Values cannot read the language does, and there a time of day may stand behind a date
    ReadOptions options = settings.readOptions().withTimes(style == TextStyle.QUOTED);
    this.nullText = options.words().nullIn(style).getBytes(StandardCharsets.UTF_8);
    this.style = style;
    this.refusesAsInput = style == TextStyle.ESCAPED || style == TextStyle.JSON;
    this.readers =
        columns.types().stream()
            .map(type -> style == TextStyle.RAW ? type.withoutNullable() : type)
            .map(type -> ValueReader.of(type, style, options))
            .toArray(ValueReader[]::new);
    ReceivedValues.requireUsualTypes(columns, settings.values()::get);
    this.batch = new BatchBuilder(columns);
    this.errors = new AllowedErrors(settings);
    if (errors.any()) {
      batch.keepApart();
    }
  }

  /**
   * Reads what stands before the rows. Columns that it leaves out are omitted in every row.
   *
   * @param columns of the table, which rows may give values for
   */
  protected void header(RecordFeed in, Schema columns) throws IOException {}

  /** Reads one row; false at the end of the data. */
  protected abstract boolean row(RecordFeed in) throws IOException;

  /**
   * Goes on to where the server takes the next row to begin, after one that can not be read.
   *
   * @return false if nothing tells
   */
  protected boolean passRest(RecordFeed in, TwinhouseException refused) throws IOException {
    return false;
  }

  /**
   * Passes what is left of a line.
   *
   * @param escapes whether a backslash takes what it means to the end of a line from what follows
   */
  protected static void passLine(RecordFeed in, boolean escapes) throws IOException {
    int next = in.peek(0);
    while (next >= 0 && next != '\n') {
      in.skip(escapes && next == '\\' && in.peek(1) >= 0 ? 2 : 1);
      next = in.peek(0);
    }
    if (next >= 0) {
      in.skip(1);
    }
  }

  protected final RecordFeed feed() {
    return feed;
  }

  /** The reader of a column's values. */
  protected final ValueReader reader(int column) {
    return readers[column];
  }

  /** Where a column's value goes; says that this row has one. */
  protected final ColumnBuilder builder(int column) {
    return batch.value(column);
  }

  /** Takes the default for a value that the row leaves out where it should stand. */
  protected final void omit(int column) {
    batch.omit(column);
  }

  /** Takes the default of a column's type. */
  protected final void omitUnsaid(int column) {
    batch.omitUnsaid(column);
  }

  /** Takes NULL, or the default of a column that cannot hold it. */
  protected final void appendNull(int column) {
    batch.appendNull(column);
  }

  /** Reads a whole field, which may be the text of NULL. */
  protected final void readField(int column, byte[] data, int from, int to) {
    boolean known = nullText.length > 0;
    if (known && Arrays.equals(data, from, to, nullText, 0, nullText.length)) {
      appendNull(column);
    } else if (known && to == from && style != TextStyle.RAW) {
      reader(column).readNothing(builder(column));
    } else {
      reader(column).readWhole(data, from, to, builder(column));
    }
  }

  /** Position of the column called {@code name}, whatever its case if none is spelt so, or -1. */
  protected final int columnOf(String name) {
    return batch.schema().find(name);
  }

  /** Whether this row already has a value for a column. */
  protected final boolean has(int column) {
    return batch.has(column);
  }

  @Override
  public final Schema schema() {
    begin();
    return batch.schema();
  }

  @Override
  public final boolean @Nullable [] omitted(int column) {
    return batch.omitted(column);
  }

  @Override
  public final @Nullable Batch next() {
    begin();
    batch.begin();
    try {
      while (!batch.isFull() && rowOrNext()) {
        batch.endRow();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    read += batch.rows();
    return batch.build();
  }

  /** The next row that can be read; false at the end of the data. */
  private boolean rowOrNext() throws IOException {
    if (!errors.any()) {
      return rowOrRefusal();
    }
    while (true) {
      started++;
      try {
        return rowOrRefusal();
      } catch (TwinhouseException refused) {
        errors.pass(refused, started);
        if (!passRest(feed, refused)) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "input_format_allow_errors_num and input_format_allow_errors_ratio are supported for"
                  + " CSV, TSV and JSONEachRow alone, and not where a value or an object that is"
                  + " not closed goes over the end of its line; here is an error: "
                  + refused.getMessage(),
              refused);
        }
        batch.dropRow();
      }
    }
  }

  private boolean rowOrRefusal() throws IOException {
    try {
      return row(feed);
    } catch (TwinhouseException refused) {
      boolean garbage =
          style == TextStyle.ESCAPED && refused.is(ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE);
      if (garbage || (refusesAsInput && refused.is(ErrorCode.CANNOT_PARSE_TEXT))) {
        throw new TwinhouseException(
                ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
                String.valueOf(refused.getMessage()),
                refused)
            .withContext("Row " + (read + batch.rows() + 1));
      }
      throw refused.withContext("Row " + (read + batch.rows() + 1));
    }
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    try {
      header(feed, batch.schema());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public final boolean handsOver() {
    return true;
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
