// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.spi.BatchSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A run of numbers, batch by batch. */
final class NumbersSource implements BatchSource {

  private final long[] values = new long[Batch.ROWS];
  private final long first;
  private final long step;
  private final Iterator<NumbersTable.Piece> pieces;
  private final int columns;
  private final AtomicLong made = new AtomicLong();
  private long next;
  private long left;

  NumbersSource(long first, long step, List<NumbersTable.Piece> pieces, int columns) {
    this.first = first;
    this.step = step;
    this.pieces = pieces.iterator();
    this.columns = columns;
  }

  long rowsMade() {
    return made.get();
  }

  @Override
  public @Nullable Batch next() {
    int rows = 0;
    while (rows < Batch.ROWS && (left > 0 || pieces.hasNext())) {
      if (left == 0) {
        NumbersTable.Piece piece = pieces.next();
        next = first + piece.from() * step;
        left = piece.rows();
      }
      int end = rows + (int) Math.min(Batch.ROWS - rows, left);
      left -= end - rows;
      for (; rows < end; rows++) {
        values[rows] = next;
        next += step;
      }
    }
    if (rows == 0) {
      return null;
    }
    made.addAndGet(rows);
    Column[] out = new Column[columns];
    Arrays.fill(out, LongColumn.of(values, rows, null));
    return Batch.of(rows, out);
  }

  @Override
  public void close() {
    // Nothing is held but the array.
  }
}
