// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DecimalType;

/**
 * Sums, differences and products of decimals that fit into 64 bits, in the LONG lane. Operands are
 * brought to one scale first; what leaves the width of the result on the way is an error.
 */
final class LongDecimals {

  private final DecimalType result;

  private LongDecimals(DecimalType result) {
    this.result = result;
  }

  /**
   * @param result of 32 or 64 bits
   * @param factorA what the first operand's unscaled value is multiplied by, so that scales agree
   */
  static Kernel kernel(
      ArithmeticFunctions.Operator operator, DecimalType result, long factorA, long factorB) {
    LongDecimals decimals = new LongDecimals(result);
    return call -> decimals.combine(call, operator, factorA, factorB);
  }

  /** Quotients cut to the dividend's scale, once it is multiplied by {@code factor}. */
  static Kernel quotient(DecimalType result, long factor) {
    LongDecimals decimals = new LongDecimals(result);
    return call -> decimals.divide(call, factor);
  }

  private Column divide(Invocation call, long factor) {
    LongLane a = LongLane.of(call.argument(0));
    LongLane b = LongLane.of(call.argument(1));
    long[] values = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      if (b.at(row) == 0) {
        throw ArithmeticFunctions.divisionByZero();
      }
      values[row] = scaled(a.at(row), factor) / b.at(row);
    }
    return LongColumn.of(values, call.rows(), null);
  }

  private Column combine(
      Invocation call, ArithmeticFunctions.Operator operator, long factorA, long factorB) {
    LongLane a = LongLane.of(call.argument(0));
    LongLane b = LongLane.of(call.argument(1));
    long[] values = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      values[row] = combined(operator, scaled(a.at(row), factorA), scaled(b.at(row), factorB));
    }
    return LongColumn.of(values, call.rows(), null);
  }

  private long scaled(long value, long factor) {
    try {
      return fit(Math.multiplyExact(value, factor));
    } catch (ArithmeticException e) {
      throw DecimalArithmetic.overflow();
    }
  }

  private long combined(ArithmeticFunctions.Operator operator, long x, long y) {
    try {
      return fit(
          switch (operator) {
            case PLUS -> Math.addExact(x, y);
            case MINUS -> Math.subtractExact(x, y);
            case MULTIPLY -> Math.multiplyExact(x, y);
          });
    } catch (ArithmeticException e) {
      throw DecimalArithmetic.overflow();
    }
  }

  private long fit(long value) {
    return result.bits() == 64 ? value : Math.toIntExact(value);
  }
}
