// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of one partition of a join's side: by their key's entry where that is asked for
 * and takes less, on disk by their keys once they are many.
 */
final class BuildSink implements PartitionSink {

  /** A row in the store and its place in a table by keys take what so many entries take. */
  private static final long ENTRIES_A_ROW = 16;

  private final List<Type> types;
  private final int[] keys;
  private final MemoryContext memory;
  private final SpillSpace space;
  private final SpillTrigger trigger;
  private final BuildSize size;
  private final Reservation held;
  private final Reservation heldByEntry;
  private boolean byEntry;
  private @Nullable EntryRows entries;
  private long mostBytes = Long.MAX_VALUE;
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
    heldByEntry = new Reservation(memory);
    store = new RowStore(types, held);
  }

  @Override
  public void add(Batch batch) {
    if (spilled != null) {
      spilled.add(batch);
      return;
    }
    if (!byEntry || !keptByEntry(batch)) {
      store.append(batch);
    }
    long bytes = held.heldBytes() + heldByEntry.heldBytes();
    size.add(batch, bytes);
    if (keys.length > 0 && trigger.wants(bytes)) {
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

  /** Keeps rows by their key's entry from now on, as long as no two have the same. */
  void keepByEntry() {
    byEntry = true;
  }

  /** The rows by their key's entry; null where they are in the store. */
  @Nullable EntryRows entries() {
    return entries;
  }

  /** What the rows would take if there were any number of them; MAX_VALUE if nothing bounds it. */
  long mostBytes() {
    return byEntry ? mostBytes : Long.MAX_VALUE;
  }

  private boolean keptByEntry(Batch batch) {
    EntryRows rows = entries == null ? turnToEntries(batch) : entries;
    if (rows != null && !rows.add(batch)) {
      leaveEntries();
      return false;
    }
    return rows != null;
  }

  /** Null while rows are too few for it, or where keys are no entries. */
  private @Nullable EntryRows turnToEntries(Batch batch) {
    Dictionary dictionary = Dictionary.of(batch.column(keys[0]));
    byEntry = dictionary != null;
    if (dictionary != null) {
      mostBytes = EntryRows.bytes(dictionary, types, keys[0]);
    }
    if (dictionary == null || (store.rows() + batch.rows()) * ENTRIES_A_ROW < dictionary.size()) {
      return null;
    }
    EntryRows made = EntryRows.like(batch, types, keys[0], heldByEntry);
    entries = made;
    store.seal();
    for (int chunk = 0; chunk < store.chunks() && made != null; chunk++) {
      if (!made.add(store.chunk(chunk))) {
        heldByEntry.close();
        entries = null;
        byEntry = false;
        return null;
      }
    }
    held.close();
    store = new RowStore(types, held);
    return made;
  }

  /** Keeps rows in the store from now on, those so far too. */
  private void leaveEntries() {
    EntryRows rows = entries;
    byEntry = false;
    entries = null;
    if (rows != null) {
      int[] ids = new int[Batch.ROWS];
      int from = 0;
      for (Batch batch = rows.rows(from, ids); batch.rows() > 0; batch = rows.rows(from, ids)) {
        store.append(batch);
        from = ids[batch.rows() - 1] + 1;
      }
      heldByEntry.close();
    }
  }

  /** Moves all rows to disk; rows to come go there at once. */
  SpilledBuckets spill() {
    SpilledBuckets buckets = spilled;
    if (buckets == null) {
      leaveEntries();
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
