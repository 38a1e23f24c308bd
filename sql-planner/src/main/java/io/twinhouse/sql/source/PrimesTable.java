// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.type.IntegerType;
import java.util.List;

/** The prime numbers in order; what the table function primes reads. */
public final class PrimesTable implements Table {

  private final TableDefinition definition;
  private final long first;
  private final long count;
  private final long step;
  private final List<NumberRanges.Range> ranges;

  /**
   * Primes.
   *
   * @param first how many are passed over
   * @param count how many
   * @param step every how manieth of them
   */
  public PrimesTable(long first, long count, long step) {
    this(first, count, step, List.of(new NumberRanges.Range(Long.MIN_VALUE, Long.MAX_VALUE)));
  }

  private PrimesTable(long first, long count, long step, List<NumberRanges.Range> ranges) {
    this.ranges = List.copyOf(ranges);
    definition =
        TableDefinition.of(
            new TableName("_table_function", "primes"),
            List.of(ColumnDefinition.plain("prime", IntegerType.UINT64)),
            "SystemPrimes");
    this.first = first;
    this.count = count;
    this.step = step;
  }

  /** Whether it has all primes. */
  boolean isWhole() {
    return first == 0 && step == 1 && count == Long.MAX_VALUE;
  }

  /** The primes that lie in {@code within}, if it has all. */
  PrimesTable within(NumberRanges within) {
    return new PrimesTable(first, count, step, within.ranges());
  }

  public long first() {
    return first;
  }

  public long count() {
    return count;
  }

  public long step() {
    return step;
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(count, 0, 1);
  }

  @Override
  public boolean filters() {
    return false;
  }

  @Override
  public Scan scan(ScanRequest request) {
    PrimesSource source =
        new PrimesSource(
            new PrimeSieve(new Reservation(request.memory())),
            this,
            ranges,
            request.output().size());
    return new PrimesScan(source);
  }

  private record PrimesScan(PrimesSource source) implements Scan {

    @Override
    public List<BatchSource> sources() {
      return List.of(source);
    }

    @Override
    public ScanCounters counters() {
      long rows = source.rowsMade();
      return new ScanCounters(rows, rows * Long.BYTES, 1, 1, rows);
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
