// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.lane.LongLane;
import java.util.Arrays;

/**
 * Comparisons of two LONG lanes of the same signedness; loops written out so that they vectorize.
 */
final class LongComparison {

  private LongComparison() {}

  /**
   * @param unsigned whether all 64 bits count as a number without sign
   */
  static Column evaluate(Relation relation, Invocation call, boolean unsigned) {
    LongLane a = LongLane.of(call.argument(0));
    LongLane b = LongLane.of(call.argument(1));
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    // Flipping the sign bit makes the signed order that of unsigned numbers.
    long flip = unsigned ? Long.MIN_VALUE : 0;
    if (b.isConstant()) {
      withConstant(relation, a, b.at(0), flip, result, rows);
    } else if (a.isConstant()) {
      withConstant(relation.swapped(), b, a.at(0), flip, result, rows);
    } else {
      lanes(relation, a.values(), b.values(), flip, result, rows);
    }
    return LongColumn.of(result, rows, null);
  }

  private static void withConstant(
      Relation relation, LongLane lane, long constant, long flip, long[] result, int rows) {
    long c = constant ^ flip;
    if (lane.isConstant()) {
      long value = relation.holds(Long.compare(lane.at(0) ^ flip, c)) ? 1 : 0;
      Arrays.fill(result, 0, rows, value);
      return;
    }
    long[] x = lane.values();
    switch (relation) {
      case EQUALS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = x[row] == constant ? 1 : 0;
        }
      }
      case NOT_EQUALS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = x[row] != constant ? 1 : 0;
        }
      }
      case LESS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = (x[row] ^ flip) < c ? 1 : 0;
        }
      }
      case LESS_OR_EQUALS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = (x[row] ^ flip) <= c ? 1 : 0;
        }
      }
      case GREATER -> {
        for (int row = 0; row < rows; row++) {
          result[row] = (x[row] ^ flip) > c ? 1 : 0;
        }
      }
      case GREATER_OR_EQUALS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = (x[row] ^ flip) >= c ? 1 : 0;
        }
      }
    }
  }

  private static void lanes(
      Relation relation, long[] x, long[] y, long flip, long[] result, int rows) {
    switch (relation) {
      case EQUALS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = x[row] == y[row] ? 1 : 0;
        }
      }
      case NOT_EQUALS -> {
        for (int row = 0; row < rows; row++) {
          result[row] = x[row] != y[row] ? 1 : 0;
        }
      }
      case LESS -> less(x, y, flip, result, rows);
      case LESS_OR_EQUALS -> lessOrEquals(x, y, flip, result, rows);
      case GREATER -> less(y, x, flip, result, rows);
      case GREATER_OR_EQUALS -> lessOrEquals(y, x, flip, result, rows);
    }
  }

  private static void less(long[] x, long[] y, long flip, long[] result, int rows) {
    for (int row = 0; row < rows; row++) {
      result[row] = (x[row] ^ flip) < (y[row] ^ flip) ? 1 : 0;
    }
  }

  private static void lessOrEquals(long[] x, long[] y, long flip, long[] result, int rows) {
    for (int row = 0; row < rows; row++) {
      result[row] = (x[row] ^ flip) <= (y[row] ^ flip) ? 1 : 0;
    }
  }
}
