// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.BatchBuilder;
import io.twinhouse.engine.format.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads rows into builders; subclasses take the data apart. A row that fails names its number. */
abstract class TaggedRowReader implements RowReader {

  private final BatchBuilder batch;
  private long read;

  TaggedRowReader(Schema schema) {
    this.batch = new BatchBuilder(schema);
  }

  /** Reads a value to the end of each column's builder; false at the end of the data. */
  abstract boolean row() throws IOException;

  final ColumnBuilder builder(int column) {
    return batch.value(column);
  }

  /** Position of the column called {@code name}, whatever its case if none is spelt so, or -1. */
  final int columnOf(String name) {
    return batch.schema().find(name);
  }

  /** Whether this row already has a value for a column. */
  final boolean has(int column) {
    return batch.has(column);
  }

  /** Takes NULL, or the default of a column that cannot hold it. */
  final void appendNull(int column) {
    batch.appendNull(column);
  }

  @Override
  public final Schema schema() {
    return batch.schema();
  }

  @Override
  public final boolean @Nullable [] omitted(int column) {
    return batch.omitted(column);
  }

  @Override
  public final @Nullable Batch next() {
    batch.begin();
    try {
      while (!batch.isFull() && row()) {
        batch.endRow();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (TwinhouseException refused) {
      throw refused.withContext("Row " + (read + batch.rows() + 1));
    }
    read += batch.rows();
    return batch.build();
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
