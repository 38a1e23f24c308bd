// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;

/**
 * Sums, differences and products of the LONG lane. Each loop is written out, because a loop shared
 * by several operators would call them through an interface for every value.
 */
final class LongArithmetic {

  private LongArithmetic() {}

  static Column evaluate(ArithmeticFunctions.Operator operator, Invocation call, IntegerType type) {
    LongLane a = LongLane.of(call.argument(0));
    LongLane b = LongLane.of(call.argument(1));
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    switch (operator) {
      case PLUS -> plus(a, b, result, rows);
      case MINUS -> minus(a, b, result, rows);
      case MULTIPLY -> multiply(a, b, result, rows);
    }
    if (type.bits() < 64) {
      wrap(type, result, rows);
    }
    return LongColumn.of(result, rows, null);
  }

  private static void wrap(IntegerType type, long[] values, int rows) {
    int shift = 64 - type.bits();
    if (type.signed()) {
      for (int row = 0; row < rows; row++) {
        values[row] = values[row] << shift >> shift;
      }
    } else {
      for (int row = 0; row < rows; row++) {
        values[row] = values[row] << shift >>> shift;
      }
    }
  }

  private static void plus(LongLane a, LongLane b, long[] result, int rows) {
    long[] x = a.values();
    long[] y = b.values();
    if (b.isConstant()) {
      long constant = y[0];
      for (int row = 0; row < rows; row++) {
        result[row] = a.at(row) + constant;
      }
    } else if (a.isConstant()) {
      long constant = x[0];
      for (int row = 0; row < rows; row++) {
        result[row] = constant + y[row];
      }
    } else {
      for (int row = 0; row < rows; row++) {
        result[row] = x[row] + y[row];
      }
    }
  }

  private static void minus(LongLane a, LongLane b, long[] result, int rows) {
    long[] x = a.values();
    long[] y = b.values();
    if (b.isConstant()) {
      long constant = y[0];
      for (int row = 0; row < rows; row++) {
        result[row] = a.at(row) - constant;
      }
    } else if (a.isConstant()) {
      long constant = x[0];
      for (int row = 0; row < rows; row++) {
        result[row] = constant - y[row];
      }
    } else {
      for (int row = 0; row < rows; row++) {
        result[row] = x[row] - y[row];
      }
    }
  }

  private static void multiply(LongLane a, LongLane b, long[] result, int rows) {
    long[] x = a.values();
    long[] y = b.values();
    if (b.isConstant()) {
      long constant = y[0];
      for (int row = 0; row < rows; row++) {
        result[row] = a.at(row) * constant;
      }
    } else if (a.isConstant()) {
      long constant = x[0];
      for (int row = 0; row < rows; row++) {
        result[row] = constant * y[row];
      }
    } else {
      for (int row = 0; row < rows; row++) {
        result[row] = x[row] * y[row];
      }
    }
  }
}
