// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.expression.EntryFacts;
import org.jspecify.annotations.Nullable;

/** Batches one after the other, for one thread. */
public interface BatchSource extends AutoCloseable {

  /** The next batch, valid until the next call, or null at the end. Never empty. */
  @Nullable Batch next();

  /** Turns to the next run after {@link #next()} gave null; false when there is none. */
  default boolean nextRun() {
    return false;
  }

  /** What is known of the entries in its rows, for those who go on with them; null if nothing. */
  default @Nullable EntryFacts facts() {
    return null;
  }

  /** Frees what is held; idempotent, also after a failure. */
  @Override
  void close();
}
