// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.MemoryContext;

/** An argument that is evaluated for the rows that need it, or for all where that is as cheap. */
final class Branch {

  private final EvaluationNode node;
  private final SubBatch part;
  private final boolean always;

  /**
   * @param always whether evaluating it for rows that do not need it does no harm
   */
  Branch(EvaluationNode node, Expression expression, boolean always, MemoryContext memory) {
    this.node = node;
    this.always = always;
    part = new SubBatch(node, expression, memory);
  }

  boolean always() {
    return always;
  }

  /** A column for the whole batch; only the rows given hold meaningful values. */
  Column evaluate(Batch batch, int[] rows, int count) {
    return always ? node.evaluate(batch) : part.spread(batch, rows, count);
  }

  /** Keeps the rows for which the value is true; returns how many. */
  int select(Batch batch, int[] rows, int count) {
    if (always || count == batch.rows() || node.selectsSparsely()) {
      return node.select(batch, rows, count);
    }
    if (count == 0) {
      return 0;
    }
    Column values = part.compact(batch, rows, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (Truth.is(values, i)) {
        rows[kept++] = rows[i];
      }
    }
    return kept;
  }

  /** The same for a whole batch. */
  int selectAll(Batch batch, int[] rows) {
    return node.selectAll(batch, rows);
  }

  void close() {
    part.close();
  }
}
