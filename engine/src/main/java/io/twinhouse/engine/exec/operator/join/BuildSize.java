// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.SizeLimit;

/**
 * Holds a join's right side to max_rows_in_join and max_bytes_in_join. Thread-safe: all partitions
 * count together.
 */
final class BuildSize {

  private final SizeLimit limit;
  private long rows;
  private long bytes;
  private boolean full;

  BuildSize(SizeLimit limit) {
    this.limit = limit;
  }

  synchronized void add(Batch batch, long heldByPartition) {
    rows += batch.rows();
    bytes = Math.max(bytes, heldByPartition);
    full |= !limit.admits(SizeLimit.Subject.JOIN, rows, bytes);
  }

  synchronized boolean isFull() {
    return full;
  }
}
