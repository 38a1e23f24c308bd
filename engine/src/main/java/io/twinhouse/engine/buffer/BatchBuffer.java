// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * A reusable copy of rows of batches; what filters, joins and sorts hand on. Not thread-safe; the
 * owner closes the reservation.
 */
public final class BatchBuffer {

  private final ColumnBuffer[] columns;
  private int size;

  public BatchBuffer(List<Type> types, Reservation memory) {
    columns =
        types.stream().map(type -> ColumnBuffer.of(type, memory)).toArray(ColumnBuffer[]::new);
  }

  public int size() {
    return size;
  }

  public int width() {
    return columns.length;
  }

  /** Forgets all rows and keeps the arrays. */
  public void reset() {
    size = 0;
    for (ColumnBuffer column : columns) {
      column.reset();
    }
  }

  /** Copies rows {@code [from, from + count)}. */
  public void append(Batch batch, int from, int count) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].append(batch.column(i), from, count);
    }
    size += count;
  }

  /** Copies the rows {@code rows[from .. from + count)}. */
  public void append(Batch batch, int[] rows, int from, int count) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].append(batch.column(i), rows, from, count);
    }
    size += count;
  }

  /** The buffer of one column, for owners that fill column by column; {@link #grown} follows. */
  public ColumnBuffer column(int index) {
    return columns[index];
  }

  /** States that every column was given {@code count} rows more. */
  public void grown(int count) {
    size += count;
  }

  /** The rows, sharing this buffer's arrays until its next change. */
  public Batch batch() {
    Column[] views = new Column[columns.length];
    for (int i = 0; i < columns.length; i++) {
      views[i] = columns[i].column();
    }
    return Batch.of(size, views);
  }

  /** The rows with arrays of their own, still reserved; this buffer starts anew. */
  public Batch take() {
    Column[] taken = new Column[columns.length];
    for (int i = 0; i < columns.length; i++) {
      taken[i] = columns[i].take();
    }
    Batch batch = Batch.of(size, taken);
    size = 0;
    return batch;
  }
}
