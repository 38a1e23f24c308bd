// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.column.Batch;
import org.jspecify.annotations.Nullable;

/** Rows in order, batch by batch. */
public interface SortedSource {

  /** The next rows, valid until the next call; null at the end. */
  @Nullable Batch next();
}
