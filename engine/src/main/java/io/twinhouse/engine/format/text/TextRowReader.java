// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of text into builders. Subclasses take the text apart; a row that fails names its
 * number.
 */
public abstract class TextRowReader implements RowReader {

  private static final byte[] NOTHING = {};

  private final RecordFeed feed;
  private final TextStyle style;
  private final ReadOptions options;
  private final boolean refusesAsInput;
  private Schema schema;
  private ValueReader[] readers;
  private ColumnBuilder[] builders;
  private boolean[] @Nullable [] omitted;
  private boolean[] present;
  private boolean begun;
  private long rows;
  private long read;

  protected TextRowReader(
      Schema columns, TextStyle style, FormatSettings settings, InputStream data) {
    this.feed = new RecordFeed(data);
    this.style = style;
    this.options = settings.readOptions();
    this.refusesAsInput = style == TextStyle.ESCAPED || style == TextStyle.JSON;
    this.schema = columns;
    this.readers =
        columns.types().stream()
            .map(type -> style == TextStyle.RAW ? type.withoutNullable() : type)
            .map(type -> ValueReader.of(type, style, options))
            .toArray(ValueReader[]::new);
    this.builders = columns.types().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
    this.omitted = new boolean[columns.size()][];
    this.present = new boolean[columns.size()];
  }

  /** Reads what stands before the rows and answers the columns they hold. */
  protected Schema header(RecordFeed in, Schema columns) throws IOException {
    return columns;
  }

  /** Reads one row; false at the end of the data. */
  protected abstract boolean row(RecordFeed in) throws IOException;

  /** The reader of a column's values. */
  protected final ValueReader reader(int column) {
    return readers[column];
  }

  /** Where a column's value goes; says that this row has one. */
  protected final ColumnBuilder builder(int column) {
    present[column] = true;
    return builders[column];
  }

  /** Takes the default for a value that is not there. */
  protected final void omit(int column, int rowInBatch) {
    present[column] = true;
    builders[column].appendAbsent(schema.type(column));
    boolean[] flags = omitted[column];
    if (flags == null) {
      flags = new boolean[Batch.ROWS];
      omitted[column] = flags;
    }
    flags[rowInBatch] = true;
  }

  /**
   * Takes a tab-separated field without a byte: no digits are 0, and NULL is never left empty, so
   * that a type whose values are not empty either refuses it.
   */
  protected final void empty(int column) {
    Type type = schema.type(column);
    if (type.base() instanceof IntegerType) {
      builder(column).appendDefault();
    } else {
      ValueReader.of(type.withoutNullable(), style, options)
          .readWhole(NOTHING, 0, 0, builder(column));
    }
  }

  /** Position of the column called {@code name}, whatever its case if none is spelt so, or -1. */
  protected final int columnOf(String name) {
    return schema.find(name);
  }

  /** Whether this row already has a value for a column. */
  protected final boolean has(int column) {
    return present[column];
  }

  /** Rows of the batch in the making. */
  protected final int rowInBatch() {
    return (int) (rows % Batch.ROWS);
  }

  @Override
  public final Schema schema() {
    begin();
    return schema;
  }

  @Override
  public final boolean @Nullable [] omitted(int column) {
    return omitted[column];
  }

  @Override
  public final @Nullable Batch next() {
    begin();
    Arrays.fill(omitted, null);
    rows = 0;
    try {
      while (rows < Batch.ROWS) {
        Arrays.fill(present, false);
        if (!rowOrRefusal()) {
          break;
        }
        for (int i = 0; i < present.length; i++) {
          if (!present[i]) {
            omit(i, rowInBatch());
          }
        }
        rows++;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return rows == 0 ? null : batch((int) rows);
  }

  private boolean rowOrRefusal() throws IOException {
    try {
      return row(feed);
    } catch (TwinhouseException refused) {
      if (refusesAsInput && refused.is(ErrorCode.CANNOT_PARSE_TEXT)) {
        throw new TwinhouseException(
                ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
                String.valueOf(refused.getMessage()),
                refused)
            .withContext("Row " + (read + rows + 1));
      }
      throw refused.withContext("Row " + (read + rows + 1));
    }
  }

  private Batch batch(int count) {
    Column[] built = new Column[builders.length];
    for (int i = 0; i < built.length; i++) {
      built[i] = builders[i].build();
    }
    read += count;
    return Batch.of(count, built);
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    try {
      Schema all = schema;
      schema = header(feed, all);
      if (schema != all) {
        readers =
            Arrays.stream(positions(all)).mapToObj(i -> readers[i]).toArray(ValueReader[]::new);
        builders = schema.types().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
        omitted = new boolean[schema.size()][];
        present = new boolean[schema.size()];
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int[] positions(Schema all) {
    return schema.names().stream().mapToInt(all::indexOf).toArray();
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
