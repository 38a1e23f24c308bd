// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/**
 * Rows on disk by the hash of their keys: all rows of one key are in one bucket, in the order they
 * came. A bucket that is too large is split again one level deeper, where other bits of the hash
 * decide. One thread at a time.
 */
public final class SpilledBuckets implements AutoCloseable {

  public static final int COUNT = 32;

  /** Deeper levels would use bits that are used up. */
  public static final int DEEPEST = 8;

  private static final int BITS = Integer.numberOfTrailingZeros(COUNT);

  /** Rows that wait in memory for their bucket's next chunk take at most this, about. */
  private static final long WAITING_BYTES = 1 << 20;

  private final SpillStore store;
  private final MemoryContext memory;
  private final int[] keys;
  private final int shift;
  private final Reservation held;
  private final BatchBuffer[] waiting = new BatchBuffer[COUNT];
  private final SpilledRows[] buckets = new SpilledRows[COUNT];
  private final int[] counts = new int[COUNT];
  private long[] hashes = {};
  private int[] order = {};

  /**
   * @param types of the rows
   * @param keys the columns that are hashed
   * @param level 0 at first, one more each time a bucket is split
   * @param parent of the node that the buffers are reserved in
   */
  public SpilledBuckets(
      SpillSpace space, List<Type> types, int[] keys, int level, MemoryContext parent) {
    memory = parent.child(MemoryLevel.OPERATOR, "temporary data", MemoryContext.UNLIMITED);
    this.keys = keys.clone();
    shift = 64 - BITS * (level + 1);
    held = new Reservation(memory);
    store = space.open(types, memory);
    for (int i = 0; i < COUNT; i++) {
      waiting[i] = new BatchBuffer(types, held);
      buckets[i] = store.rows();
    }
  }

  /** Takes copies of all rows of a batch. */
  public void add(Batch batch) {
    scatter(batch);
    int from = 0;
    for (int bucket = 0; bucket < COUNT; bucket++) {
      int count = counts[bucket] - from;
      if (count > 0) {
        waiting[bucket].append(batch, order, from, count);
        if (waiting[bucket].size() >= Batch.ROWS) {
          write(bucket);
        }
      }
      from = counts[bucket];
    }
    if (held.heldBytes() > WAITING_BYTES) {
      flush();
    }
  }

  /** Sorts row numbers by bucket; {@code counts[b]} is where bucket b ends. */
  private void scatter(Batch batch) {
    int rows = batch.rows();
    if (order.length < rows) {
      held.grow(12L * (rows - order.length));
      hashes = new long[rows];
      order = new int[rows];
    }
    Column[] columns = new Column[keys.length];
    for (int i = 0; i < keys.length; i++) {
      columns[i] = batch.column(keys[i]);
    }
    RowHash.hash(columns, rows, hashes);
    Arrays.fill(counts, 0);
    for (int row = 0; row < rows; row++) {
      hashes[row] = hashes[row] >>> shift & COUNT - 1;
      counts[(int) hashes[row]]++;
    }
    int start = 0;
    for (int bucket = 0; bucket < COUNT; bucket++) {
      int count = counts[bucket];
      counts[bucket] = start;
      start += count;
    }
    for (int row = 0; row < rows; row++) {
      order[counts[(int) hashes[row]]++] = row;
    }
  }

  private void write(int bucket) {
    BatchBuffer rows = waiting[bucket];
    if (rows.size() > 0) {
      buckets[bucket].append(rows.batch());
      rows.reset();
    }
  }

  /** Writes what waits, and gives the buffers' memory back: nothing of the rows is held then. */
  public void flush() {
    for (int bucket = 0; bucket < COUNT; bucket++) {
      write(bucket);
      waiting[bucket] = new BatchBuffer(store.types(), held);
    }
    held.close();
    hashes = new long[0];
    order = new int[0];
  }

  /** The rows of one bucket, once all were {@linkplain #flush flushed}. */
  public SpilledRows bucket(int index) {
    return buckets[index];
  }

  /** Deletes the file; idempotent. */
  @Override
  public void close() {
    store.close();
    memory.close();
  }
}
