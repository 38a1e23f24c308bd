// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of one partition and sorts them at the end. With a limit it sorts and cuts
 * whenever it holds several times as many rows as wanted, and then passes over rows that come after
 * the last one kept.
 */
final class SortSink implements PartitionSink {

  private static final long SLACK = 4L * Batch.ROWS;

  /** What sorting will take for each row. */
  private static final long SORT_BYTES = 24;

  private final RowOrder order;
  private final List<Type> types;
  private final MemoryContext memory;
  private final long limit;
  private final SpillSpace space;
  private final SpillTrigger trigger;
  private final SortedSize size;
  private @Nullable SpilledRuns spilled;
  private Reservation held;
  private RowStore store;
  private @Nullable SortedRun run;
  private boolean bounded;
  private long worst;
  private int[] chosen = {};
  private long[] prefixes = {};

  /**
   * @param limit rows wanted, or -1 for all
   */
  SortSink(
      RowOrder order,
      List<Type> types,
      long limit,
      MemoryContext memory,
      SpillSpace space,
      SpillTrigger trigger,
      SortedSize size) {
    this.order = order;
    this.size = size;
    this.space = space;
    this.trigger = trigger;
    this.types = types;
    this.limit = limit;
    this.memory = memory;
    held = new Reservation(memory);
    store = new RowStore(types, held);
  }

  @Override
  public void add(Batch batch) {
    size.add(batch);
    if (!bounded) {
      store.append(batch);
    } else {
      appendPromising(batch);
    }
    if (limit >= 0 && store.rows() > Math.max(3 * limit, limit + SLACK)) {
      cut();
    }
    if (trigger.wants(held.heldBytes() + SORT_BYTES * store.rows())) {
      spill();
    }
  }

  @Override
  public boolean isFull() {
    return size.isFull();
  }

  /** Writes what is held as a sorted run. */
  void spill() {
    SpilledRuns runs = spilled;
    if (runs == null) {
      runs = new SpilledRuns(space, order, types, limit, memory);
      spilled = runs;
    }
    SortedRun sorted = run;
    if (sorted == null) {
      store.seal();
      sorted = SortedRun.of(order, store, held);
    }
    if (sorted.size() > 0) {
      runs.add(sorted);
    }
    run = null;
    held.close();
    held = new Reservation(memory);
    store = new RowStore(types, held);
  }

  /** The runs on disk, or null when all rows are in memory. */
  @Nullable SpilledRuns spilled() {
    return spilled;
  }

  private void appendPromising(Batch batch) {
    if (chosen.length < batch.rows()) {
      memory.reserve(12L * (batch.rows() - chosen.length));
      chosen = new int[batch.rows()];
      prefixes = new long[batch.rows()];
    }
    order.prefixes(batch, prefixes);
    int count = 0;
    for (int row = 0; row < batch.rows(); row++) {
      chosen[count] = row;
      count += prefixes[row] <= worst ? 1 : 0;
    }
    store.append(batch, chosen, count);
  }

  /** Keeps the first rows of the order in a new store. */
  private void cut() {
    store.seal();
    SortedRun sorted = SortedRun.of(order, store, held);
    int count = (int) Math.min(limit, sorted.size());
    Reservation next = new Reservation(memory);
    RowStore kept = new RowStore(types, next);
    try (Reservation transfer = new Reservation(memory)) {
      BatchBuffer buffer = new BatchBuffer(types, transfer);
      for (int from = 0; from < count; from += Batch.ROWS) {
        buffer.reset();
        store.gather(sorted.addresses(), from, Math.min(Batch.ROWS, count - from), buffer);
        kept.append(buffer.batch());
      }
    }
    worst = count == 0 ? Long.MIN_VALUE : sorted.prefix(count - 1);
    bounded = true;
    held.close();
    held = next;
    store = kept;
  }

  @Override
  public void finish() {
    store.seal();
    run = SortedRun.of(order, store, held);
  }

  SortedRun run() {
    if (run == null) {
      throw new IllegalStateException("not finished");
    }
    return run;
  }
}
