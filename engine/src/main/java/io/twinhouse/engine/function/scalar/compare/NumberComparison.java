// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Comparisons of numbers by their exact values, whatever their types. */
final class NumberComparison {

  /** What the server takes for an infinity of single precision beside integers. */
  private static final double END_OF_SINGLE = 0x1p128;

  private NumberComparison() {}

  /** Compares two numbers; times count as the number that they travel as. */
  static Kernel kernel(Relation relation, Type a, Type b) {
    if (a.lane() == Lane.DOUBLE || b.lane() == Lane.DOUBLE) {
      return floats(relation, a, b);
    }
    if (DecimalComparison.isFor(a, b)) {
      return DecimalComparison.kernel(relation, a, b);
    }
    if (a.lane() != Lane.LONG || b.lane() != Lane.LONG || scale(a) != scale(b)) {
      return call -> bigs(relation, call, a, b);
    }
    boolean unsignedA = a.equals(IntegerType.UINT64);
    boolean unsignedB = b.equals(IntegerType.UINT64);
    if (unsignedA == unsignedB || neverNegative(unsignedA ? b : a)) {
      return call -> LongComparison.evaluate(relation, call, unsignedA || unsignedB);
    }
    return call -> unsignedWithSigned(relation, call, unsignedA);
  }

  private static Kernel floats(Relation relation, Type a, Type b) {
    Type other = a.lane() == Lane.DOUBLE ? b : a;
    boolean exact =
        other.lane() == Lane.DOUBLE
            || (other.lane() == Lane.LONG && scale(other) == 0 && !is64(other));
    return exact ? call -> doubles(relation, call, a, b) : call -> withFloat(relation, call, a, b);
  }

  private static boolean is64(Type type) {
    return type instanceof IntegerType integer && integer.bits() == 64;
  }

  private static boolean neverNegative(Type type) {
    boolean signedTime = type instanceof TimeType || type instanceof Time64Type;
    return !signedTime && (!(type instanceof IntegerType integer) || !integer.signed());
  }

  private static int scale(Type type) {
    if (type instanceof DecimalType decimal) {
      return decimal.scale();
    }
    if (type instanceof Time64Type time) {
      return time.precision();
    }
    return type instanceof DateTime64Type time ? time.precision() : 0;
  }

  private static Column doubles(Relation relation, Invocation call, Type a, Type b) {
    DoubleLane x = DoubleLane.of(a, call.argument(0));
    DoubleLane y = DoubleLane.of(b, call.argument(1));
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    for (int row = 0; row < rows; row++) {
      result[row] = holds(relation, x.at(row), y.at(row)) ? 1 : 0;
    }
    return LongColumn.of(result, rows, null);
  }

  private static boolean holds(Relation relation, double a, double b) {
    return switch (relation) {
      case EQUALS -> a == b;
      case NOT_EQUALS -> a != b;
      case LESS -> a < b;
      case LESS_OR_EQUALS -> a <= b;
      case GREATER -> a > b;
      case GREATER_OR_EQUALS -> a >= b;
    };
  }

  /** A float beside a number that a double cannot always hold. */
  private static Column withFloat(Relation relation, Invocation call, Type a, Type b) {
    boolean first = a.lane() == Lane.DOUBLE;
    Type floating = first ? a : b;
    DoubleLane floats = DoubleLane.of(floating, call.argument(first ? 0 : 1));
    Type type = first ? b : a;
    boolean ends = type instanceof IntegerType && !floating.equals(FloatType.FLOAT64);
    BigLane exact = BigLane.of(type, call.argument(first ? 1 : 0));
    int scale = scale(type);
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    Relation turned = first ? relation : relation.swapped();
    for (int row = 0; row < rows; row++) {
      double value = floats.at(row);
      if (ends && Double.isInfinite(value)) {
        value = Math.copySign(END_OF_SINGLE, value);
      }
      boolean holds;
      if (Double.isNaN(value)) {
        holds = relation == Relation.NOT_EQUALS;
      } else if (Double.isInfinite(value) || scale > 0) {
        double other = DoubleLane.ofDecimal(exact.at(row), scale);
        holds = holds(turned, value, other);
      } else {
        holds = turned.holds(new BigDecimal(value).compareTo(new BigDecimal(exact.at(row))));
      }
      result[row] = holds ? 1 : 0;
    }
    return LongColumn.of(result, rows, null);
  }

  private static Column unsignedWithSigned(
      Relation relation, Invocation call, boolean firstIsUnsigned) {
    LongLane x = LongLane.of(call.argument(0));
    LongLane y = LongLane.of(call.argument(1));
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    for (int row = 0; row < rows; row++) {
      long unsigned = firstIsUnsigned ? x.at(row) : y.at(row);
      long signed = firstIsUnsigned ? y.at(row) : x.at(row);
      int order = unsigned < 0 || signed < 0 ? 1 : Long.compare(unsigned, signed);
      result[row] = relation.holds(firstIsUnsigned ? order : -order) ? 1 : 0;
    }
    return LongColumn.of(result, rows, null);
  }

  private static Column bigs(Relation relation, Invocation call, Type a, Type b) {
    BigLane x = BigLane.of(a, call.argument(0));
    BigLane y = BigLane.of(b, call.argument(1));
    BigInteger factorA = BigInteger.TEN.pow(Math.max(0, scale(b) - scale(a)));
    BigInteger factorB = BigInteger.TEN.pow(Math.max(0, scale(a) - scale(b)));
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    for (int row = 0; row < rows; row++) {
      int order = x.at(row).multiply(factorA).compareTo(y.at(row).multiply(factorB));
      result[row] = relation.holds(order) ? 1 : 0;
    }
    return LongColumn.of(result, rows, null);
  }
}
