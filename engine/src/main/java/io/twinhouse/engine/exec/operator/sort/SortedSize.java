// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.SizeLimit;

/**
 * Holds a sort to max_rows_to_sort and max_bytes_to_sort. With a LIMIT the server cuts each of its
 * blocks to that many rows before it counts them. Thread-safe: all partitions count together.
 */
final class SortedSize {

  /** Rows of the server's blocks by default, where batches are not its blocks. */
  private static final long BLOCK = 65_409;

  private final long block;
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
    block = limit.overflow() == SizeLimit.Overflow.BREAK ? Batch.ROWS : BLOCK;
    this.wanted = wanted < 0 ? block : Math.min(wanted, block);
  }

  synchronized void add(Batch batch) {
    if (limit.isNone()) {
      return;
    }
    rows += batch.rows();
    bytes += batch.retainedBytes();
    long counted = rows / block * wanted + Math.min(wanted, rows % block);
    full |= !limit.admits(SizeLimit.Subject.SORTING, counted, bytes / rows * counted);
  }

  synchronized boolean isFull() {
    return full;
  }
}
