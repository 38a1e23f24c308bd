// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads rows into builders; subclasses take the data apart. A row that fails names its number. */
abstract class TaggedRowReader implements RowReader {

  private final Schema schema;
  private final ColumnBuilder[] builders;
  private final boolean[] @Nullable [] omitted;
  private int rows;
  private long read;

  TaggedRowReader(Schema schema) {
    this.schema = schema;
    this.builders = schema.types().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
    this.omitted = new boolean[builders.length][];
  }

  /** Reads a value to the end of each column's builder; false at the end of the data. */
  abstract boolean row() throws IOException;

  final ColumnBuilder builder(int column) {
    return builders[column];
  }

  /** Takes NULL, or the default of a column that cannot hold it. */
  final void absent(int column) {
    if (schema.type(column).isNullable()) {
      builders[column].appendNull();
    } else {
      omit(column);
    }
  }

  /** Takes the default for a value that is not there. */
  final void omit(int column) {
    builders[column].appendAbsent(schema.type(column));
    boolean[] flags = omitted[column];
    if (flags == null) {
      flags = new boolean[Batch.ROWS];
      omitted[column] = flags;
    }
    flags[rows] = true;
  }

  @Override
  public final Schema schema() {
    return schema;
  }

  @Override
  public final boolean @Nullable [] omitted(int column) {
    return omitted[column];
  }

  @Override
  public final @Nullable Batch next() {
    Arrays.fill(omitted, null);
    rows = 0;
    try {
      while (rows < Batch.ROWS && row()) {
        rows++;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (TwinhouseException refused) {
      throw (refused.is(ErrorCode.CANNOT_READ_ALL_DATA) ? cutShort(refused) : refused)
          .withContext("Row " + (read + rows + 1));
    }
    read += rows;
    return rows == 0 ? null : batch();
  }

  private static TwinhouseException cutShort(TwinhouseException refused) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, String.valueOf(refused.getMessage()), refused);
  }

  private Batch batch() {
    Column[] built = new Column[builders.length];
    for (int i = 0; i < built.length; i++) {
      built[i] = builders[i].build();
    }
    return Batch.of(rows, built);
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
