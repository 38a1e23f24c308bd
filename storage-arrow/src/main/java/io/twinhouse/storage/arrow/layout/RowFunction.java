// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.Arrays;

/** Evaluates bound expressions over all rows of an insert at once. */
public final class RowFunction {

  private RowFunction() {}

  /** The flat values of {@code expression} for each row of {@code rows}, the caller's own. */
  public static Column evaluate(Expression expression, Batch rows, MemoryContext memory) {
    if (expression instanceof Expression.InputRef ref) {
      return rows.column(ref.index()).flatten();
    }
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(expression, memory)) {
      Column column = evaluator.evaluate(rows);
      if (column instanceof ConstantColumn) {
        return column.flatten();
      }
      int[] all = new int[rows.rows()];
      Arrays.setAll(all, i -> i);
      return column.flatten().gather(all, all.length);
    }
  }
}
