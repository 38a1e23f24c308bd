// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillStore;
import io.twinhouse.engine.spill.SpilledRows;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorted runs on disk, in the order of their rows' arrival. When there are many, neighbours are
 * merged into longer ones, so that a merge never holds more than {@link #FAN_IN} batches.
 */
public final class SpilledRuns implements AutoCloseable {

  /** The most runs that are read side by side. */
  public static final int FAN_IN = 32;

  private final SpillSpace space;
  private final RowOrder order;
  private final List<Type> types;
  private final long limit;
  private final MemoryContext memory;
  private SpillStore store;
  private List<SpilledRows> runs = new ArrayList<>();

  /**
   * @param limit rows wanted of each run, or -1 for all
   */
  public SpilledRuns(
      SpillSpace space, RowOrder order, List<Type> types, long limit, MemoryContext parent) {
    this.space = space;
    this.order = order;
    this.types = types;
    this.limit = limit;
    memory = parent.child(MemoryLevel.OPERATOR, "temporary data", MemoryContext.UNLIMITED);
    store = space.open(types, memory);
  }

  /** Writes a run behind the others. */
  void add(SortedRun run) {
    SpilledRows target = store.rows();
    int count = (int) (limit < 0 ? run.size() : Math.min(limit, run.size()));
    try (Reservation held = new Reservation(memory)) {
      BatchBuffer buffer = new BatchBuffer(types, held);
      for (int from = 0; from < count; from += Batch.ROWS) {
        buffer.reset();
        run.store().gather(run.addresses(), from, Math.min(Batch.ROWS, count - from), buffer);
        target.append(buffer.batch());
      }
    }
    runs.add(target);
  }

  /** A new run behind the others, to which its owner appends rows in order. */
  public SpilledRows newRun() {
    SpilledRows run = store.rows();
    runs.add(run);
    return run;
  }

  /**
   * Reads all runs as one.
   *
   * @param held for the rows; closed by the caller
   */
  public SortedSource merged(Reservation held) {
    reduce(FAN_IN);
    List<SortedSource> sources = new ArrayList<>();
    for (SpilledRows run : runs) {
      sources.add(run.reader(new Reservation(memory))::next);
    }
    return new SourceMerger(order, sources, types, limit, held);
  }

  /** Merges neighbours until at most {@code most} runs are left. */
  void reduce(int most) {
    while (runs.size() > most) {
      SpillStore next = space.open(types, memory);
      List<SpilledRows> merged = new ArrayList<>();
      for (int from = 0; from < runs.size(); from += FAN_IN) {
        List<SpilledRows> group = runs.subList(from, Math.min(runs.size(), from + FAN_IN));
        SpilledRows target = next.rows();
        try (Reservation held = new Reservation(memory);
            Sources sources = sources(group)) {
          SourceMerger merger = new SourceMerger(order, sources.list, types, limit, held);
          for (Batch batch = merger.next(); batch != null; batch = merger.next()) {
            target.append(batch);
          }
        }
        merged.add(target);
      }
      store.close();
      store = next;
      runs = merged;
    }
  }

  /** All runs, to be read side by side. */
  Sources sources() {
    return sources(runs);
  }

  private Sources sources(List<SpilledRows> of) {
    List<Reservation> held = new ArrayList<>();
    List<SortedSource> list = new ArrayList<>();
    for (SpilledRows rows : of) {
      Reservation own = new Reservation(memory);
      held.add(own);
      list.add(rows.reader(own)::next);
    }
    return new Sources(list, held);
  }

  /** Runs being read, and the memory of their batches. */
  record Sources(List<SortedSource> list, List<Reservation> held) implements AutoCloseable {

    @Override
    public void close() {
      held.forEach(Reservation::close);
    }
  }

  @Override
  public void close() {
    store.close();
    memory.close();
  }
}
