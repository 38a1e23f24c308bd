// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of a result come from. All but what says so is called by one thread. */
interface ResultSource {

  Schema schema();

  /** Whether rows come as they are in flight from now on. */
  default boolean keepTypes() {
    return false;
  }

  @Nullable Batch next();

  /** Once {@link #next()} has returned null. */
  @Nullable Batch totals();

  /** Figures so far, but for the rows handed on; from any thread. */
  QueryStatistics statistics();

  /** Bytes of memory held now; from any thread. */
  default long heldBytes() {
    return 0;
  }

  /** Makes the next look of whatever runs fail; from any thread. */
  void cancel();

  /** Idempotent. */
  void close();

  /** The result of a statement that has no rows and is over. */
  record Over(QueryStatistics statistics) implements ResultSource {

    @Override
    public Schema schema() {
      return new Schema(List.of());
    }

    @Override
    public @Nullable Batch next() {
      return null;
    }

    @Override
    public @Nullable Batch totals() {
      return null;
    }

    @Override
    public void cancel() {
      // it is over
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
