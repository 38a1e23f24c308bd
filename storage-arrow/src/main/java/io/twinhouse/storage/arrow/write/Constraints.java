// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.ArrayList;
import java.util.List;

/** Holds the rows of an insert to the table's CHECK constraints. One thread. */
final class Constraints {

  private final TableLayout layout;
  private final List<ConstraintDefinition> checks = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();
  private final List<Expression> conditions = new ArrayList<>();

  Constraints(TableLayout layout, ExpressionCompiler compiler) {
    this.layout = layout;
    for (ConstraintDefinition constraint : layout.definition().constraints()) {
      if (!constraint.assumed()) {
        checks.add(constraint);
        types.add(compiler.compile(constraint.expression(), layout.schema()).type());
        conditions.add(
            compiler.compile("ifNull((" + constraint.expression() + ") != 0, 0)", layout.schema()));
      }
    }
  }

  /**
   * Checks complete rows.
   *
   * @throws TwinhouseException VIOLATED_CONSTRAINT, UNSUPPORTED_METHOD
   */
  void check(Batch rows, MemoryContext memory) {
    for (int i = 0; i < conditions.size(); i++) {
      requireFlag(checks.get(i), types.get(i));
      Column holds = RowFunction.evaluate(conditions.get(i), rows, memory).flatten();
      long[] flags = ((LongColumn) holds).values();
      for (int row = 0; row < rows.rows(); row++) {
        if (flags[row] == 0) {
          throw violated(checks.get(i), row);
        }
      }
    }
  }

  /** A condition's type is looked at when rows come, as on the server. */
  private static void requireFlag(ConstraintDefinition constraint, Type type) {
    boolean flag = type.base().equals(IntegerType.UINT8) || type.base() instanceof BoolType;
    if (!flag) {
      throw new TwinhouseException(
          ErrorCode.UNSUPPORTED_METHOD,
          "Constraint `" + constraint.name() + "` does not return a value of type UInt8.");
    }
  }

  private TwinhouseException violated(ConstraintDefinition constraint, int row) {
    return new TwinhouseException(
        ErrorCode.VIOLATED_CONSTRAINT,
        "Constraint `"
            + constraint.name()
            + "` for table "
            + layout.definition().name()
            + " is violated at row "
            + (row + 1)
            + ". Expression: ("
            + constraint.expression()
            + ").");
  }
}
