// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;

/** A step of an expression with the state it keeps between batches. */
abstract class EvaluationNode {

  /** One value a row, valid until the next call. */
  abstract Column evaluate(Batch batch);

  /**
   * Keeps the rows of {@code rows[0 .. count)} for which the value is neither 0 nor NULL, in order.
   *
   * @return how many
   */
  int select(Batch batch, int[] rows, int count) {
    return Truth.keep(evaluate(batch), rows, count);
  }

  /**
   * Keeps the rows of a whole batch for which the value is neither 0 nor NULL, in order. Apart from
   * {@link #select} because most conditions look at every row first, and need no list of them.
   *
   * @return how many
   */
  int selectAll(Batch batch, int[] rows) {
    return Truth.keepAll(evaluate(batch), rows, batch.rows());
  }

  /** Whether {@link #select} does no work for rows that are not asked for. */
  boolean selectsSparsely() {
    return false;
  }

  /** Gives back all memory; idempotent. */
  abstract void close();
}
