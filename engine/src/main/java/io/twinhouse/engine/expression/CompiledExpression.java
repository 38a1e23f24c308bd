// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;

final class CompiledExpression implements ExpressionEvaluator {

  private final EvaluationNode root;

  CompiledExpression(EvaluationNode root) {
    this.root = root;
  }

  @Override
  public Column evaluate(Batch batch) {
    return root.evaluate(batch);
  }

  @Override
  public int select(Batch batch, int[] rows) {
    for (int row = 0; row < batch.rows(); row++) {
      rows[row] = row;
    }
    return root.select(batch, rows, batch.rows());
  }

  @Override
  public void close() {
    root.close();
  }
}
