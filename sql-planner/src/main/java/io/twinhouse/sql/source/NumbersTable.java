// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code first}, {@code first + step}, ... as one UInt64 column; what numbers and generate_series
 * read. It filters nothing itself: plans put a filter on top.
 */
public final class NumbersTable implements Table {

  /** Places of numbers, the first and the one behind the last. */
  public record Span(long from, long end) {}

  private final TableDefinition definition;
  private final List<Span> spans;
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
    this(
        TableDefinition.of(
            new TableName("_table_function", name), List.of(column), "SystemNumbers"),
        first,
        count,
        step,
        ofAll(count));
  }

  private NumbersTable(
      TableDefinition definition, long first, long count, long step, List<Span> spans) {
    this.definition = definition;
    this.first = first;
    this.count = count;
    this.step = step;
    this.spans = List.copyOf(spans);
  }

  /** {@code count} rows of UInt8 zero. */
  public static NumbersTable zeros(long count) {
    ColumnDefinition column = ColumnDefinition.plain("zero", IntegerType.UINT8);
    return new NumbersTable(column, "zeros", 0, count, 0);
  }

  /** Whether each number is greater than the one before it. */
  public boolean isAscending() {
    if (count <= 0 || step <= 0) {
      return false;
    }
    boolean small = Math.multiplyHigh(count - 1, step) == 0 && (count - 1) * step >= 0;
    return small && Long.compareUnsigned(first + (count - 1) * step, first) >= 0;
  }

  /** The numbers at those places alone, in their order. */
  public NumbersTable within(List<Span> places) {
    if (places.size() == 1) {
      Span span = places.get(0);
      long from = first + span.from() * step;
      return new NumbersTable(
          definition, from, span.end() - span.from(), step, ofAll(span.end() - span.from()));
    }
    long left = places.stream().mapToLong(span -> span.end() - span.from()).sum();
    return new NumbersTable(definition, first, left, step, places);
  }

  private static List<Span> ofAll(long count) {
    return List.of(new Span(0, count));
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
    if (spans.size() != 1) {
      for (Span span : spans) {
        long rows = span.end() - span.from();
        long from = first + span.from() * step;
        sources.add(new NumbersSource(from, rows, step, request.output().size()));
      }
      return new NumbersScan(List.of(new SpansSource(sources)), sources);
    }
    int partitions = (int) Math.max(1, Math.min(request.partitions(), count / 1_000_000 + 1));
    long share = count / partitions;
    for (int i = 0; i < partitions; i++) {
      long from = share * i;
      long rows = i == partitions - 1 ? count - from : share;
      sources.add(new NumbersSource(first + from * step, rows, step, request.output().size()));
    }
    return new NumbersScan(sources, sources);
  }

  /** Runs of numbers, one behind the other. */
  private static final class SpansSource implements BatchSource {

    private final List<BatchSource> runs;
    private int at;

    SpansSource(List<BatchSource> runs) {
      this.runs = runs;
    }

    @Override
    public @Nullable Batch next() {
      while (at < runs.size()) {
        Batch batch = runs.get(at).next();
        if (batch != null) {
          return batch;
        }
        at++;
      }
      return null;
    }

    @Override
    public void close() {
      runs.forEach(BatchSource::close);
    }
  }

  private record NumbersScan(List<BatchSource> sources, List<BatchSource> runs) implements Scan {

    @Override
    public ScanCounters counters() {
      long rows = 0;
      for (BatchSource source : runs) {
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
