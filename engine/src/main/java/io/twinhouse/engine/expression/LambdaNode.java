// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.function.Invocation;

/**
 * A lambda as an argument. Captured expressions are evaluated once per batch and repeated for each
 * row of the body.
 */
final class LambdaNode extends EvaluationNode implements Invocation.LambdaBody {

  private final EvaluationNode[] captures;
  private final EvaluationNode body;
  private final Column[] captured;

  LambdaNode(EvaluationNode[] captures, EvaluationNode body) {
    this.captures = captures;
    this.body = body;
    captured = new Column[captures.length];
  }

  /** Fixes the captured values for the calls that follow. */
  void enter(Batch batch) {
    for (int i = 0; i < captures.length; i++) {
      captured[i] = captures[i].evaluate(batch);
    }
  }

  @Override
  public Column apply(Column[] parameters, int rows, int[] outerRow) {
    Column[] columns = new Column[captures.length + parameters.length];
    for (int i = 0; i < captures.length; i++) {
      columns[i] =
          captured[i] instanceof ConstantColumn constant
              ? ConstantColumn.of(constant.value(), rows)
              : captured[i].gather(outerRow, rows);
    }
    System.arraycopy(parameters, 0, columns, captures.length, parameters.length);
    return body.evaluate(Batch.of(rows, columns));
  }

  @Override
  Column evaluate(Batch batch) {
    throw new IllegalStateException("a lambda has no value of its own");
  }

  @Override
  void close() {
    body.close();
    for (EvaluationNode capture : captures) {
      capture.close();
    }
  }
}
