// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Mathematical functions over Float64. */
public final class MathFunctions {

  private MathFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Mathematical");
    powers(family);
    family.add("max2", t -> t.anyCase(), call -> bindBinary(call, MathFunctions::max));
    family.add("min2", t -> t.anyCase(), call -> bindBinary(call, MathFunctions::min));
    family.add("e", call -> constant(call, Math.E));
    family.add("pi", t -> t.anyCase(), call -> constant(call, Math.PI));
    family.add("sign", t -> t.anyCase(), MathFunctions::sign);
    family.add("factorial", t -> t.anyCase(), MathFunctions::factorial);
    family.add("intExp2", call -> power(call, 2));
    family.add("intExp10", call -> power(call, 10));
    test(family, "isFinite", Double::isFinite);
    test(family, "isInfinite", Double::isInfinite);
    test(family, "isNaN", Double::isNaN);
    return family;
  }

  private static void powers(FunctionFamily family) {
    family.add("log", t -> t.withAliases("ln").anyCase(), call -> bind(call, Exponential::log));
    unary(family, "log10", true, Exponential::log10);
    unary(family, "sqrt", true, Math::sqrt);
    unary(family, "degrees", true, x -> x * (180.0 / Math.PI));
    unary(family, "radians", true, x -> x * (Math.PI / 180.0));
    family.add(
        "pow",
        t -> t.withAliases("power").anyCase(),
        call -> {
          Bound bound = bindBinary(call, MathFunctions::exactPower);
          return Bound.of(bound.returnType(), bound.kernel());
        });
  }

  /** Powers of which no digit is rounded away. */
  private static double exactPower(double base, double exponent) {
    double power = Math.pow(base, exponent);
    boolean exact =
        power == 0
            || Double.isNaN(power)
            || Double.isInfinite(power)
            || (base == Math.rint(base)
                && exponent == Math.rint(exponent)
                && Math.abs(power) <= 0x1p53
                && power == Math.rint(power));
    if (!exact) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "pow(" + base + ", " + exponent + ") is not exact and may differ in its last digit");
    }
    return power;
  }

  private static void unary(
      FunctionFamily family, String name, boolean anyCase, DoubleUnaryOperator function) {
    family.add(name, t -> anyCase ? t.anyCase() : t, call -> bind(call, function));
  }

  private static BoundFunction bind(CallSite call, DoubleUnaryOperator function) {
    Type type = call.arity(1).base(0);
    if (!NumberTypes.isNumber(type)) {
      throw call.illegal(0);
    }
    return Bound.total(FloatType.FLOAT64, Operands.doubles(type, function));
  }

  /** The larger of two numbers, the second one where they do not compare. */
  private static double max(double a, double b) {
    return a > b ? a : b;
  }

  private static double min(double a, double b) {
    return a < b ? a : b;
  }

  private static Bound bindBinary(CallSite call, DoubleBinaryOperator function) {
    Type a = call.arity(2).base(0);
    Type b = call.base(1);
    if (!NumberTypes.isNumber(a) || !NumberTypes.isNumber(b)) {
      throw call.illegal();
    }
    return Bound.total(FloatType.FLOAT64, Operands.doubles(a, b, function));
  }

  private static BoundFunction constant(CallSite call, double value) {
    call.arity(0);
    return Bound.constant(FloatType.FLOAT64, DoubleColumn.of(value));
  }

  private static BoundFunction sign(CallSite call) {
    Type type = call.arity(1).base(0);
    if (!NumberTypes.isNumber(type)) {
      throw call.illegal(0);
    }
    if (type instanceof FloatType) {
      return Bound.total(
          IntegerType.INT8,
          invocation -> {
            DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
            long[] result = invocation.scratch().longs(invocation.rows());
            for (int row = 0; row < invocation.rows(); row++) {
              double value = lane.at(row);
              result[row] = value == 0 ? 0 : value < 0 ? -1 : 1;
            }
            return LongColumn.of(result, invocation.rows(), null);
          });
    }
    return Bound.total(
        IntegerType.INT8,
        invocation -> {
          BigLane lane = BigLane.of(type, invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = lane.at(row).signum();
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static BoundFunction factorial(CallSite call) {
    call.arity(1).integer(0);
    boolean unsigned = call.base(0).equals(IntegerType.UINT64);
    return Bound.of(
        IntegerType.UINT64,
        Operands.longs(
            x -> {
              if (x > 20 || (unsigned && x < 0)) {
                throw new TwinhouseException(
                    ErrorCode.BAD_ARGUMENTS,
                    "The maximum value for the input argument of function factorial is 20");
              }
              long product = 1;
              for (long factor = 2; factor <= x; factor++) {
                product *= factor;
              }
              return product;
            }));
  }

  /** Powers of a small base as UInt64; all bits set where they do not fit. */
  private static BoundFunction power(CallSite call, int base) {
    call.arity(1);
    Type type = call.base(0);
    if (type.lane() != Lane.LONG || !NumberTypes.isNumber(type) || type instanceof DecimalType) {
      throw call.illegal(0);
    }
    int most = base == 2 ? 63 : 19;
    boolean unsigned = type.equals(IntegerType.UINT64);
    return Bound.total(
        IntegerType.UINT64,
        invocation -> {
          LongLane lane = LongLane.of(invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long given = lane.at(row);
            // The server reads the exponent of ten in 32 bits.
            long exponent = base == 10 ? (int) given : given;
            boolean large =
                unsigned && base == 2 ? Long.compareUnsigned(exponent, most) > 0 : exponent > most;
            long value = 1;
            for (long i = 0; i < exponent && !large; i++) {
              value *= base;
            }
            result[row] = large ? -1 : exponent < 0 ? 0 : value;
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static void test(FunctionFamily family, String name, DoublePredicate predicate) {
    family.add(
        name,
        call -> {
          Type type = call.arity(1).base(0);
          boolean narrow =
              NumberTypes.isNumber(type)
                  && type.lane() != Lane.WIDE
                  && !(type instanceof DecimalType);
          if (!narrow && !(type instanceof BoolType)) {
            throw call.illegal(0);
          }
          return Bound.total(
              IntegerType.UINT8,
              invocation -> {
                DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
                return flags(
                    invocation.scratch().longs(invocation.rows()),
                    lane,
                    predicate,
                    invocation.rows());
              });
        });
  }

  private static Column flags(long[] result, DoubleLane lane, DoublePredicate predicate, int rows) {
    for (int row = 0; row < rows; row++) {
      result[row] = predicate.test(lane.at(row)) ? 1 : 0;
    }
    return LongColumn.of(result, rows, null);
  }
}
