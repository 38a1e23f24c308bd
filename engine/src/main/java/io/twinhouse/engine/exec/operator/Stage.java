// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import org.jspecify.annotations.Nullable;

/**
 * A compiled plan node. The query's thread calls {@link #prepare()} once, from the root down, then
 * {@link #open} for partitions, each at most once; workers only pull what was opened, so nobody
 * ever waits for a worker but the query's thread.
 */
public interface Stage extends AutoCloseable {

  /** Prepares the stages below and does all work that must be over before the first row. */
  void prepare();

  /** How many partitions there are; known once prepared. Rows are in the order of partitions. */
  int partitions();

  /**
   * Opens a partition.
   *
   * @param memory parent of the nodes that the partition's operators reserve in; closed by the
   *     caller after the operator
   */
  Operator open(int partition, MemoryContext memory);

  /** The row of WITH TOTALS in this stage's columns, once all rows were read; null without one. */
  default @Nullable Batch totals() {
    return null;
  }

  /** Gives back all that is held, the stages below included; idempotent. */
  @Override
  void close();
}
