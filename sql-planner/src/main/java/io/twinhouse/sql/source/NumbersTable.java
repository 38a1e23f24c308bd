// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

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
import java.util.ArrayList;
import java.util.List;

/**
 * {@code first}, {@code first + step}, ... as one UInt64 column; what numbers and generate_series
 * read. It filters nothing itself: plans put a filter on top.
 */
public final class NumbersTable implements Table {

  private final TableDefinition definition;
  private final long first;
  private final long count;
  private final long step;

  /**
   * Numbers.
   *
   * @param count how many
   */
  public NumbersTable(String column, long first, long count, long step) {
    this(ColumnDefinition.plain(column, IntegerType.UINT64), "numbers", first, count, step);
  }

  private NumbersTable(ColumnDefinition column, String name, long first, long count, long step) {
    this.definition =
        TableDefinition.of(
            new TableName("_table_function", name), List.of(column), "SystemNumbers");
    this.first = first;
    this.count = count;
    this.step = step;
  }

  /** {@code count} rows of UInt8 zero. */
  public static NumbersTable zeros(long count) {
    ColumnDefinition column = ColumnDefinition.plain("zero", IntegerType.UINT8);
    return new NumbersTable(column, "zeros", 0, count, 0);
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
  public boolean readsBlocks() {
    return true;
  }

  @Override
  public Scan scan(ScanRequest request) {
    if (request.filter() != null) {
      throw new IllegalArgumentException("numbers are not filtered while they are made");
    }
    List<BatchSource> sources = new ArrayList<>();
    int partitions = (int) Math.max(1, Math.min(request.partitions(), count / 1_000_000 + 1));
    long share = count / partitions;
    for (int i = 0; i < partitions; i++) {
      long from = share * i;
      long rows = i == partitions - 1 ? count - from : share;
      sources.add(new NumbersSource(first + from * step, rows, step, request.output().size()));
    }
    return new NumbersScan(sources);
  }

  private record NumbersScan(List<BatchSource> sources) implements Scan {

    @Override
    public ScanCounters counters() {
      long rows = 0;
      for (BatchSource source : sources) {
        rows += ((NumbersSource) source).rowsMade();
      }
      return new ScanCounters(rows, rows * Long.BYTES, 1, 1, rows);
    }

    @Override
    public void close() {
      sources.forEach(BatchSource::close);
    }
  }
}
