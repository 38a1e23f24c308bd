// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.BatchSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A run of primes, batch by batch. */
final class PrimesSource implements BatchSource {

  private final PrimeSieve sieve;
  private final long[] values = new long[Batch.ROWS];
  private final long count;
  private final long step;
  private final Iterator<NumberRanges.Range> ranges;
  private final int columns;
  private final AtomicLong made = new AtomicLong();
  private long skip;
  private long last;
  private boolean inRange;

  PrimesSource(PrimeSieve sieve, PrimesTable table, List<NumberRanges.Range> ranges, int columns) {
    this.sieve = sieve;
    this.skip = table.first();
    this.count = table.count();
    this.step = table.step();
    this.ranges = ranges.iterator();
    this.columns = columns;
  }

  long rowsMade() {
    return made.get();
  }

  @Override
  public @Nullable Batch next() {
    int most = (int) Math.min(Batch.ROWS, count - made.get());
    int rows = 0;
    while (rows < most && enterRange()) {
      for (; skip > 0; skip--) {
        sieve.next();
      }
      long prime = sieve.next();
      if (prime > last) {
        inRange = false;
        continue;
      }
      values[rows++] = prime;
      skip = step - 1;
    }
    if (rows == 0) {
      return null;
    }
    made.addAndGet(rows);
    Column[] out = new Column[columns];
    Arrays.fill(out, LongColumn.of(values, rows, null));
    return Batch.of(rows, out);
  }

  /** Whether there are numbers left to look for primes among. */
  private boolean enterRange() {
    while (!inRange && ranges.hasNext()) {
      NumberRanges.Range range = ranges.next();
      long low = range.low() ^ Long.MIN_VALUE;
      last = range.high() >= 0 ? Long.MAX_VALUE : range.high() ^ Long.MIN_VALUE;
      if (low > PrimeSieve.MOST || low < 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Primes beyond 2^61 are not supported by the embedded engine");
      }
      sieve.seek(low);
      inRange = true;
    }
    return inRange;
  }

  @Override
  public void close() {
    // The sieve's memory belongs to the scan.
  }
}
