// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.spi.BatchSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A run of primes, batch by batch. */
final class PrimesSource implements BatchSource {

  private final PrimeSieve sieve;
  private final long[] values = new long[Batch.ROWS];
  private final long count;
  private final long step;
  private final int columns;
  private final AtomicLong made = new AtomicLong();
  private long skip;

  PrimesSource(PrimeSieve sieve, long first, long count, long step, int columns) {
    this.sieve = sieve;
    this.skip = first;
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
      for (; skip > 0; skip--) {
        sieve.next();
      }
      values[i] = sieve.next();
      skip = step - 1;
    }
    made.addAndGet(rows);
    Column[] out = new Column[columns];
    Arrays.fill(out, LongColumn.of(values, rows, null));
    return Batch.of(rows, out);
  }

  @Override
  public void close() {
    // The sieve's memory belongs to the scan.
  }
}
