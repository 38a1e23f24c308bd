// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.spi.BatchSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A run of numbers, batch by batch. */
final class NumbersSource implements BatchSource {

  private final long[] values = new long[Batch.ROWS];
  private final long step;
  private final int columns;
  private final long count;
  private long next;
  private final AtomicLong made = new AtomicLong();

  NumbersSource(long first, long count, long step, int columns) {
    this.next = first;
    this.count = count;
    this.step = step;
    this.columns = columns;
  }

  long rowsMade() {
    return made.get();
  }

  @Override
  public @Nullable Batch next() {
    int rows = (int) Math.min(Batch.ROWS, count - made.get());
    if (rows <= 0) {
      return null;
    }
    for (int i = 0; i < rows; i++) {
      values[i] = next;
      next += step;
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
