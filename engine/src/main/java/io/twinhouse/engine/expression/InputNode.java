// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;

final class InputNode extends EvaluationNode {

  private final int index;

  InputNode(int index) {
    this.index = index;
  }

  @Override
  Column evaluate(Batch batch) {
    return batch.column(index);
  }

  @Override
  void close() {
    // holds nothing
  }
}
