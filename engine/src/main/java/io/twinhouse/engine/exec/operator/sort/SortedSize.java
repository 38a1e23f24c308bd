// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.SizeLimit;

/**
 * Holds a sort to max_rows_to_sort and max_bytes_to_sort. With a LIMIT the server cuts each of its
 * blocks to that many rows before it counts them. Thread-safe: all partitions count together.
 */
final class SortedSize {

  /** Rows of the server's blocks by default. */
  private static final long BLOCK = 65_409;

  private final SizeLimit limit;
  private final long wanted;
  private long rows;
  private long bytes;
  private boolean full;

  /**
   * @param wanted rows of the LIMIT, or -1 for all
   */
  SortedSize(SizeLimit limit, long wanted) {
    this.limit = limit;
    this.wanted = wanted < 0 ? BLOCK : Math.min(wanted, BLOCK);
  }

  synchronized void add(Batch batch) {
    if (limit.isNone()) {
      return;
    }
    rows += batch.rows();
    bytes += batch.retainedBytes();
    long counted = rows / BLOCK * wanted + Math.min(wanted, rows % BLOCK);
    full |= !limit.admits(SizeLimit.Subject.SORTING, counted, bytes / rows * counted);
  }

  synchronized boolean isFull() {
    return full;
  }
}
