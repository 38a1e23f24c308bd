// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The temporary data of one query: its files, how many bytes they may take, and when operators are
 * to use them. Thread-safe; closing deletes all files.
 */
public final class SpillSpace implements AutoCloseable {

  /** For queries that never spill. */
  public static final SpillSpace NONE =
      new SpillSpace(SpillDirectory.none(), 0, SpillThresholds.NONE, List.of());

  private final SpillDirectory directory;
  private final long limitBytes;
  private final SpillThresholds thresholds;
  private final List<MemoryContext> shared;
  private final long[] usedAtStart;
  private final List<SpillStore> stores = new ArrayList<>();
  private long bytes;
  private boolean closed;

  /**
   * @param limitBytes of all files of the query, 0 for no limit
   * @param shared the memory nodes that the query shares with others: its user's, the server's
   */
  public SpillSpace(
      SpillDirectory directory,
      long limitBytes,
      SpillThresholds thresholds,
      List<MemoryContext> shared) {
    this.directory = directory;
    this.limitBytes = limitBytes;
    this.thresholds = thresholds;
    this.shared = List.copyOf(shared);
    usedAtStart = shared.stream().mapToLong(MemoryContext::reservedBytes).toArray();
  }

  /**
   * When an operator spills.
   *
   * @param partitions the operator's states that grow side by side, each of which gets its share
   */
  public SpillTrigger trigger(SpillThresholds.Use use, int partitions) {
    SpillThresholds.Threshold threshold = thresholds.of(use);
    return new SpillTrigger(threshold.bytes() / Math.max(1, partitions), threshold.ratio(), this);
  }

  /**
   * Whether what queries took since this one started is more than {@code ratio} of what was left.
   */
  boolean isPressed(double ratio, long held) {
    for (int i = 0; i < usedAtStart.length; i++) {
      MemoryContext node = shared.get(i);
      long limit = node.limitBytes();
      if (limit != MemoryContext.UNLIMITED
          && held >= Math.min(SpillTrigger.MOST_KEPT, limit / 32)
          && node.reservedBytes() - usedAtStart[i] > ratio * (limit - usedAtStart[i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * A new file of rows.
   *
   * @param memory for the buffers between rows and file; closed by the caller after the store
   */
  public synchronized SpillStore open(List<Type> types, MemoryContext memory) {
    if (closed) {
      throw new IllegalStateException("the query is over");
    }
    SpillFile file;
    try {
      file = directory.create();
    } catch (IOException e) {
      throw failed(ErrorCode.CANNOT_OPEN_FILE, "create", e);
    }
    SpillStore store = new SpillStore(this, file, types, memory);
    stores.add(store);
    return store;
  }

  synchronized void take(long more) {
    if (limitBytes > 0 && bytes + more > limitBytes) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_ROWS_OR_BYTES,
          "Limit for temporary files size exceeded (would consume "
              + (bytes + more)
              + " / "
              + limitBytes
              + " bytes)");
    }
    bytes += more;
  }

  synchronized void give(SpillStore store, long less) {
    bytes -= less;
    stores.remove(store);
  }

  /** Bytes on disk now. */
  public synchronized long bytes() {
    return bytes;
  }

  static TwinhouseException failed(ErrorCode code, String verb, IOException cause) {
    return new TwinhouseException(
        code, "Cannot " + verb + " a file of temporary data: " + cause.getMessage(), cause);
  }

  /** Deletes all files, whatever their owners still hold of memory; idempotent. */
  @Override
  public void close() {
    List<SpillStore> open;
    synchronized (this) {
      closed = this != NONE;
      open = List.copyOf(stores);
    }
    open.forEach(SpillStore::delete);
  }
}
