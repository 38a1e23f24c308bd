// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.expression.EntryFacts;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a stage, pulled by one thread at a time. Whoever opened it closes it, also after
 * a failure; closing closes the operators below.
 */
public interface Operator extends AutoCloseable {

  /**
   * The next batch, or null at the end and ever after. Valid until the next call here or {@link
   * #close()}: the operator may reuse its arrays then. Never empty.
   */
  @Nullable Batch next();

  /** What is known of the entries in its rows, for those who go on with them; null if nothing. */
  default @Nullable EntryFacts facts() {
    return null;
  }

  /** Gives back memory and resources; idempotent. */
  @Override
  void close();
}
