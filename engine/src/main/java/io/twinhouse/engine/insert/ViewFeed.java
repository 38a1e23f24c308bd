// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Quoting;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An insert into a table that materialized views look at. Rows with all their computed columns are
 * kept in a table in memory; from there they go to the table itself, and each view's query reads
 * them in the place of the table. A view sees an insert in blocks, as on the server. One thread.
 */
public final class ViewFeed implements BatchSink {

  /** The rows of one block: min_insert_block_size_rows. */
  private static final int BLOCK_ROWS = 1_048_449;

  private final TableDefinition table;
  private final List<String> columns;
  private final Function<MemoryContext, Storage> houses;
  private final MemoryContext memory;
  private final Storage house;
  private final BatchSink target;
  private List<ViewDefinition> views = List.of();
  private Listener listener = (view, rows, block) -> {};
  private @Nullable InsertIdentity identity;
  private @Nullable Storage block;
  private @Nullable BatchSink rows;
  private long inBlock;

  /**
   * @param columns that batches hold
   * @param houses opens empty houses in memory
   */
  public ViewFeed(
      Storage house,
      TableDefinition table,
      List<String> columns,
      QueryContext query,
      Function<MemoryContext, Storage> houses) {
    this.house = house;
    this.table = table;
    this.columns = columns;
    this.houses = houses;
    this.memory =
        query.memory().child(MemoryLevel.OPERATOR, "MaterializedViews", MemoryContext.UNLIMITED);
    this.target = house.insertComputed(table.name(), stored(), memory);
  }

  /** Is told of each block and view. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A view is to be fed.
     *
     * @param rows a house that has the block's rows in the table's place
     * @param block what the block is recognised by; null if nobody asks
     */
    void feed(ViewDefinition view, Storage rows, @Nullable String block);
  }

  /** Says who is told. */
  public ViewFeed to(List<ViewDefinition> listening, Listener told) {
    views = listening;
    listener = told;
    return this;
  }

  /** Says what the insert is recognised by when it comes again. */
  public ViewFeed identifiedBy(@Nullable InsertIdentity insert) {
    identity = insert;
    return this;
  }

  /** What writes a view's rows to its target. */
  public static String statement(ViewDefinition view) {
    TableName target = view.target();
    if (target == null) {
      throw new IllegalArgumentException(view.name() + " is no materialized view");
    }
    String names =
        view.columns().stream().map(c -> Quoting.name(c.name())).collect(Collectors.joining(", "));
    return "INSERT INTO "
        + target.quoted()
        + " ("
        + names
        + ") SELECT "
        + names
        + " FROM ("
        + view.query()
        + ")";
  }

  private List<String> stored() {
    return table.columns().stream()
        .filter(c -> c.kind() != Kind.ALIAS && c.kind() != Kind.EPHEMERAL)
        .map(ColumnDefinition::name)
        .toList();
  }

  @Override
  public void add(Batch batch) {
    if (inBlock > 0 && inBlock + batch.rows() > BLOCK_ROWS) {
      Storage full = endBlock();
      tell(full);
    }
    BatchSink sink = rows;
    if (sink == null) {
      Storage opened = houses.apply(memory);
      block = opened;
      if (!opened.databases().contains(table.name().database())) {
        opened.createDatabase(table.name().database());
      }
      opened.createTable(TableDefinition.of(table.name(), table.columns(), "Memory"));
      sink = opened.insert(table.name(), columns, Map.of(), memory);
      rows = sink;
    }
    sink.add(batch);
    if (identity != null) {
      identity.add(batch);
    }
    inBlock += batch.rows();
  }

  /** Hands the block's rows to the table; returns them, null if there are none. */
  private @Nullable Storage endBlock() {
    Storage full = block;
    BatchSink sink = rows;
    if (full == null || sink == null) {
      return null;
    }
    sink.commit();
    sink.close();
    rows = null;
    inBlock = 0;
    if (identity != null) {
      identity.end();
    }
    Table filled = full.table(table.name()).orElseThrow();
    List<ColumnRead> reads =
        stored().stream()
            .map(name -> table.column(name).orElseThrow())
            .map(column -> ColumnRead.of(column.name(), column.type()))
            .toList();
    List<Integer> output = IntStream.range(0, reads.size()).boxed().toList();
    try (Scan scan = filled.scan(new ScanRequest(reads, null, output, false, 1, memory))) {
      for (BatchSource source : scan.sources()) {
        for (Batch batch = source.next(); batch != null; batch = source.next()) {
          target.add(batch);
        }
      }
    }
    return full;
  }

  private void tell(@Nullable Storage full) {
    if (full == null) {
      return;
    }
    String recognised = identity == null ? null : identity.last();
    RuntimeException failure = null;
    for (ViewDefinition view : views) {
      try {
        listener.feed(view, new InsertedRows(house, full, table.name()), recognised);
      } catch (RuntimeException e) {
        // the other views get the rows all the same; on the server that is a race
        failure = failure == null ? e : failure;
      }
    }
    full.close();
    block = null;
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public long commit() {
    Storage last = endBlock();
    long written = identity == null ? target.commit() : target.commit(identity.blocks());
    tell(last);
    return written;
  }

  @Override
  public void close() {
    BatchSink sink = rows;
    if (sink != null) {
      sink.close();
      rows = null;
    }
    target.close();
    Storage left = block;
    if (left != null) {
      left.close();
      block = null;
    }
    memory.close();
  }
}
