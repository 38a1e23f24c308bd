// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import org.jspecify.annotations.Nullable;

/** Where the rows of a result come from. All but {@link #cancel()} is called by one thread. */
interface ResultSource {

  Schema schema();

  @Nullable Batch next();

  /** Once {@link #next()} has returned null. */
  @Nullable Batch totals();

  /** Figures so far, but for the rows handed on. */
  QueryStatistics statistics();

  /** Makes the next look of whatever runs fail; from any thread. */
  void cancel();

  /** Idempotent. */
  void close();
}
