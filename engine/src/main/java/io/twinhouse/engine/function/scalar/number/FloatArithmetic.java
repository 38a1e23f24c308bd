// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;

/** Arithmetic where an operand is a float: both are read as Float64. */
final class FloatArithmetic {

  private FloatArithmetic() {}

  static Kernel kernel(ArithmeticFunctions.Operator operator, Type a, Type b) {
    return switch (operator) {
      case PLUS -> Operands.doubles(a, b, (x, y) -> x + y);
      case MINUS -> Operands.doubles(a, b, (x, y) -> x - y);
      case MULTIPLY -> Operands.doubles(a, b, (x, y) -> x * y);
    };
  }

  /** The results of a kernel as the nearest Float32. */
  static Kernel single(Kernel exact) {
    return call -> {
      DoubleLane lane = DoubleLane.of(FloatType.FLOAT64, exact.evaluate(call));
      double[] values = new double[call.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = (float) lane.at(row);
      }
      return DoubleColumn.of(values, values.length, null);
    };
  }
}
