// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.memory.MemoryContext;
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
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Rows of random values without an end, the same for the same seed: those that the server makes
 * with one thread. It filters nothing itself: plans put a filter on top.
 */
public final class RandomTable implements Table {

  /** The server makes its blocks no larger, as it reckons. */
  private static final long BLOCK_BYTES = 1_000_000;

  private final TableDefinition definition;
  private final long seed;
  private final long maxString;
  private final long maxArray;
  private final int blockRows;

  /** What a table function's rows are declared as. */
  public static TableDefinition declared(Schema columns) {
    List<ColumnDefinition> declared =
        columns.fields().stream()
            .map(field -> ColumnDefinition.plain(field.name(), field.type()))
            .toList();
    return TableDefinition.of(
        new TableName("_table_function", "generateRandom"), declared, "GenerateRandom");
  }

  /**
   * Random rows.
   *
   * @param blockRows of one block, whose columns are drawn one after the other
   */
  public RandomTable(
      TableDefinition definition, long seed, long maxString, long maxArray, int blockRows) {
    definition.schema().types().forEach(RandomColumns::require);
    this.definition = definition;
    this.seed = seed;
    this.maxString = maxString;
    this.maxArray = maxArray;
    this.blockRows = blockRows;
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(Long.MAX_VALUE, 0, 1);
  }

  @Override
  public boolean filters() {
    return false;
  }

  @Override
  public Scan scan(ScanRequest request) {
    if (request.filter() != null) {
      throw new IllegalArgumentException("random rows are not filtered while they are made");
    }
    List<Type> types = request.reads().stream().map(read -> read.type()).toList();
    return new RandomScan(new RandomSource(types, request.output(), request.memory()));
  }

  private record RandomScan(RandomSource source) implements Scan {

    @Override
    public List<BatchSource> sources() {
      return List.of(source);
    }

    @Override
    public ScanCounters counters() {
      long rows = source.made.get();
      return new ScanCounters(rows, source.bytesMade.get(), 1, 1, rows);
    }

    @Override
    public void close() {
      source.close();
    }
  }

  /** A block is drawn as a whole and given out in batches. */
  private final class RandomSource implements BatchSource {

    private final List<Type> types;
    private final List<Integer> output;
    private final Reservation held;
    private final Pcg64 random;
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong bytesMade = new AtomicLong();
    private List<Column> block = List.of();
    private final int rowsOfBlock;
    private int given;

    RandomSource(List<Type> types, List<Integer> output, MemoryContext memory) {
      this.types = types;
      this.output = output;
      this.held = new Reservation(memory);
      long first = SipHash24.hash64(seed, Long.BYTES);
      this.random = new Pcg64(new Pcg64(first).next());
      long bytes = types.stream().mapToLong(t -> RandomColumns.bytesOf(t, maxString)).sum();
      this.rowsOfBlock = (int) Math.max(1, Math.min(blockRows, BLOCK_BYTES / Math.max(1, bytes)));
      this.given = rowsOfBlock;
    }

    @Override
    public @Nullable Batch next() {
      if (given >= rowsOfBlock) {
        draw();
      }
      int rows = Math.min(Batch.ROWS, rowsOfBlock - given);
      int[] chosen = new int[rows];
      Arrays.setAll(chosen, i -> given + i);
      List<Column> columns = new ArrayList<>();
      output.forEach(position -> columns.add(block.get(position).gather(chosen, rows)));
      given += rows;
      made.addAndGet(rows);
      Batch batch = Batch.of(rows, columns);
      bytesMade.addAndGet(batch.retainedBytes());
      return batch;
    }

    private void draw() {
      block = List.of();
      held.resize(0);
      RandomColumns columns = new RandomColumns(random, maxString, held);
      List<Column> drawn = new ArrayList<>();
      types.forEach(type -> drawn.add(columns.draw(type, rowsOfBlock, maxArray)));
      block = drawn;
      given = 0;
    }

    @Override
    public void close() {
      block = List.of();
      held.close();
    }
  }
}
