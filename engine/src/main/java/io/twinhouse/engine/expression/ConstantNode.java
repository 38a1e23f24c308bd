// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;

final class ConstantNode extends EvaluationNode {

  private ConstantColumn last;

  ConstantNode(Column value) {
    last = ConstantColumn.of(value, 1);
  }

  @Override
  Column evaluate(Batch batch) {
    if (last.size() != batch.rows()) {
      last = ConstantColumn.of(last.value(), batch.rows());
    }
    return last;
  }

  @Override
  void close() {
    // a constant belongs to the expression
  }
}
