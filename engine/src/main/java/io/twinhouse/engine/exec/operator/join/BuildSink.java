// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of one partition of a join's side, on disk by their keys once they are many. */
final class BuildSink implements PartitionSink {

  private final List<Type> types;
  private final int[] keys;
  private final MemoryContext memory;
  private final SpillSpace space;
  private final SpillTrigger trigger;
  private final BuildSize size;
  private final Reservation held;
  private RowStore store;
  private @Nullable SpilledBuckets spilled;

  /**
   * @param keys columns; without any, rows can not be told apart and stay in memory
   */
  BuildSink(
      List<Type> types,
      int[] keys,
      MemoryContext memory,
      SpillSpace space,
      SpillTrigger trigger,
      BuildSize size) {
    this.size = size;
    this.types = types;
    this.keys = keys;
    this.memory = memory;
    this.space = space;
    this.trigger = trigger;
    held = new Reservation(memory);
    store = new RowStore(types, held);
  }

  @Override
  public void add(Batch batch) {
    if (spilled != null) {
      spilled.add(batch);
      return;
    }
    store.append(batch);
    size.add(batch, held.heldBytes());
    if (keys.length > 0 && trigger.wants(held.heldBytes())) {
      spill();
    }
  }

  @Override
  public boolean isFull() {
    return size.isFull();
  }

  @Override
  public void finish() {
    if (spilled != null) {
      spilled.flush();
    } else {
      store.seal();
    }
  }

  /** Moves all rows to disk; rows to come go there at once. */
  SpilledBuckets spill() {
    SpilledBuckets buckets = spilled;
    if (buckets == null) {
      buckets = new SpilledBuckets(space, types, keys, 0, memory);
      spilled = buckets;
      store.seal();
      for (int chunk = 0; chunk < store.chunks(); chunk++) {
        buckets.add(store.chunk(chunk));
      }
      buckets.flush();
      held.close();
      store = new RowStore(types, held);
    }
    return buckets;
  }

  boolean isSpilled() {
    return spilled != null;
  }

  RowStore store() {
    return store;
  }
}
