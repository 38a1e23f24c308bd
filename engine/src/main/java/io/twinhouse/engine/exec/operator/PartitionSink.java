// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;

/** Takes all rows of one partition, on one thread. */
public interface PartitionSink {

  /** Takes rows; what is to be kept is copied. */
  void add(Batch batch);

  /** Whether a limit says that the rows so far are all. */
  default boolean isFull() {
    return false;
  }

  /** No more rows will come. */
  default void finish() {}
}
