// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on disk in the order they were appended. One thread at a time. */
public final class SpilledRows {

  /** About as many bytes of rows go into one chunk. */
  private static final long CHUNK_BYTES = 256 << 10;

  private final SpillStore store;
  private final List<Chunk> chunks = new ArrayList<>();
  private long rows;

  SpilledRows(SpillStore store) {
    this.store = store;
  }

  /**
   * Where rows are.
   *
   * @param decodedBytes what they take in memory
   */
  record Chunk(long position, int length, int rows, long decodedBytes) {}

  public long rows() {
    return rows;
  }

  /** What the rows take in memory. */
  public long decodedBytes() {
    return chunks.stream().mapToLong(Chunk::decodedBytes).sum();
  }

  /** Writes all rows of a batch. */
  public void append(Batch batch) {
    Checkpoint.pass();
    if (batch.rows() == 0) {
      return;
    }
    long rowBytes = Math.max(1, batch.retainedBytes() / batch.rows());
    int step = (int) Math.max(1, Math.min(Batch.ROWS, CHUNK_BYTES / rowBytes));
    for (int from = 0; from < batch.rows(); from += step) {
      chunks.add(store.write(batch, from, Math.min(step, batch.rows() - from)));
    }
    rows += batch.rows();
  }

  /**
   * Reads from the first row on.
   *
   * @param memory holds the bytes of the batch that was read last
   */
  public Reader reader(Reservation memory) {
    return new Reader(memory);
  }

  /** Batches in order, each valid until the next. */
  public final class Reader {

    private final Reservation memory;
    private int next;

    private Reader(Reservation memory) {
      this.memory = memory;
    }

    /** The next rows, or null behind the last. */
    public @Nullable Batch next() {
      if (next == chunks.size()) {
        memory.resize(0);
        return null;
      }
      return store.read(chunks.get(next++), memory);
    }
  }
}
