// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import org.jspecify.annotations.Nullable;

final class CompiledExpression implements ExpressionEvaluator {

  private final EvaluationNode root;
  private final @Nullable EntryFacts own;

  /**
   * @param own closed with this; null if there are none
   */
  CompiledExpression(EvaluationNode root, @Nullable EntryFacts own) {
    this.root = root;
    this.own = own;
  }

  @Override
  public Column evaluate(Batch batch) {
    return root.evaluate(batch);
  }

  @Override
  public int select(Batch batch, int[] rows) {
    return root.selectAll(batch, rows);
  }

  @Override
  public void close() {
    root.close();
    if (own != null) {
      own.close();
    }
  }
}
