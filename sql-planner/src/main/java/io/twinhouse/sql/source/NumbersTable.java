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
import io.twinhouse.sql.source.NumberRanges.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code first}, {@code first + step}, ... as one UInt64 column; what numbers and generate_series
 * read. It filters nothing itself: plans put a filter on top, and leave out what that would not let
 * through.
 */
public final class NumbersTable implements Table {

  private final TableDefinition definition;
  private final long first;

  /** How many numbers are before the last one, unsigned. */
  private final long last;

  private final long step;
  private final List<Piece> pieces;

  /**
   * Some of the numbers in a row.
   *
   * @param from how many numbers are before them
   */
  record Piece(long from, long rows) {}

  /**
   * Numbers.
   *
   * @param first unsigned, as all are that follow: they go on from zero behind the greatest
   * @param count how many, unsigned
   * @param step may be negative
   */
  public NumbersTable(String column, long first, long count, long step) {
    this(ColumnDefinition.plain(column, IntegerType.UINT64), "numbers", first, count, step);
  }

  private NumbersTable(ColumnDefinition column, String name, long first, long count, long step) {
    this(
        TableDefinition.of(
            new TableName("_table_function", name), List.of(column), "SystemNumbers"),
        first,
        count - 1,
        step,
        count == 0 ? List.of() : List.of(new Piece(0, atMost(count))));
  }

  private NumbersTable(
      TableDefinition definition, long first, long last, long step, List<Piece> pieces) {
    this.definition = definition;
    this.first = first;
    this.last = last;
    this.step = step;
    this.pieces = List.copyOf(pieces);
  }

  /** All numbers from zero on, as many as are asked for. */
  public static NumbersTable endless(String column) {
    NumbersTable one = new NumbersTable(column, 0, 1, 1);
    return new NumbersTable(one.definition, 0, -1, 1, List.of(new Piece(0, Long.MAX_VALUE)));
  }

  /** A number of rows as long as any that is read to its end. */
  private static long atMost(long unsigned) {
    return unsigned <= 0 ? Long.MAX_VALUE : unsigned;
  }

  /** {@code count} rows of UInt8 zero. */
  public static NumbersTable zeros(long count) {
    ColumnDefinition column = ColumnDefinition.plain("zero", IntegerType.UINT8);
    return new NumbersTable(column, "zeros", 0, count, 0);
  }

  /** Whether each number is greater than the one before. */
  boolean isAscending() {
    return step > 0 && Long.compareUnsigned(last, Long.divideUnsigned(-1 - first, step)) <= 0;
  }

  /** Those numbers alone that lie in {@code ranges}, if they ascend. */
  NumbersTable within(NumberRanges ranges) {
    List<Piece> within = new ArrayList<>();
    for (Range range : pieces.isEmpty() ? List.<Range>of() : ranges.ranges()) {
      long low = range.low() ^ Long.MIN_VALUE;
      long high = range.high() ^ Long.MIN_VALUE;
      if (Long.compareUnsigned(high, first) < 0) {
        continue;
      }
      long from = Long.compareUnsigned(low, first) <= 0 ? 0 : ceiling(low - first);
      long to = Long.divideUnsigned(high - first, step);
      to = Long.compareUnsigned(to, last) < 0 ? to : last;
      if (Long.compareUnsigned(from, to) <= 0) {
        within.add(new Piece(from, atMost(to - from + 1)));
      }
    }
    return new NumbersTable(definition, first, last, step, within);
  }

  private long ceiling(long distance) {
    long steps = Long.divideUnsigned(distance, step);
    return Long.remainderUnsigned(distance, step) == 0 ? steps : steps + 1;
  }

  public long first() {
    return first;
  }

  /** How many numbers there are; the greatest long where there are as many or more. */
  public long count() {
    return pieces.isEmpty() ? 0 : atMost(last + 1);
  }

  /** Whether there are as many as are asked for. */
  public boolean isEndless() {
    return last == -1 && !pieces.isEmpty();
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
    return new TableStatistics(rows(), 0, 1);
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
    long all = rows();
    int partitions = (int) Math.max(1, Math.min(request.partitions(), all / 1_000_000 + 1));
    long share = all / partitions;
    for (int i = 0; i < partitions; i++) {
      long from = share * i;
      long rows = i == partitions - 1 ? all - from : share;
      sources.add(new NumbersSource(first, step, slice(from, rows), request.output().size()));
    }
    return new NumbersScan(sources);
  }

  private long rows() {
    long rows = 0;
    for (Piece piece : pieces) {
      rows += piece.rows();
      if (rows < 0) {
        return Long.MAX_VALUE;
      }
    }
    return rows;
  }

  /** The pieces of {@code rows} rows behind {@code before} others. */
  private List<Piece> slice(long before, long rows) {
    List<Piece> slice = new ArrayList<>();
    long skip = before;
    long left = rows;
    for (Piece piece : pieces) {
      long taken = Math.min(left, piece.rows() - skip);
      if (taken > 0) {
        slice.add(new Piece(piece.from() + skip, taken));
        left -= taken;
      }
      skip = Math.max(0, skip - piece.rows());
    }
    return slice;
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
