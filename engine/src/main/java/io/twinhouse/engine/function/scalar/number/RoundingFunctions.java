// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;

/** round, floor and their kin, to a number of digits. */
public final class RoundingFunctions {

  private static final int MOST_DIGITS = 32_768;

  /** Columns of integers have no further steps on the server. */
  private static final int MOST_STEP_DIGITS = 19;

  /** The server's powers of ten end at the greatest number of 64 bits. */
  private static final double GREATEST_STEP = IntegerRounding.GREATEST_STEP.doubleValue();

  private RoundingFunctions() {}

  /** Which way a value goes. */
  enum Direction {
    HALF_UP,
    HALF_EVEN,
    DOWN,
    UP,
    TO_ZERO;

    /** Rounds to a whole number. */
    double round(double value) {
      return switch (this) {
        case HALF_UP, HALF_EVEN -> Math.rint(value);
        case DOWN -> Math.floor(value);
        case UP -> Math.ceil(value);
        case TO_ZERO -> value < 0 ? Math.ceil(value) : Math.floor(value);
      };
    }

    /** Rounds to a multiple of {@code unit}. */
    BigInteger round(BigInteger value, BigInteger unit) {
      BigInteger[] parts = value.divideAndRemainder(unit);
      int sign = parts[1].signum();
      if (sign == 0) {
        return value;
      }
      int half = parts[1].abs().shiftLeft(1).compareTo(unit);
      boolean away =
          switch (this) {
            case HALF_UP -> half >= 0;
            case HALF_EVEN -> half > 0 || (half == 0 && parts[0].testBit(0));
            case DOWN -> sign < 0;
            case UP -> sign > 0;
            case TO_ZERO -> false;
          };
      BigInteger quotient = away ? parts[0].add(BigInteger.valueOf(sign)) : parts[0];
      return quotient.multiply(unit);
    }
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Rounding");
    family.add(
        "round",
        t -> t.anyCase().monotonic(NumberOrder::rounding),
        call -> bind(call, Direction.HALF_UP));
    family.add(
        "roundBankers",
        t -> t.monotonic(NumberOrder::rounding),
        call -> bind(call, Direction.HALF_EVEN));
    family.add(
        "floor",
        t -> t.anyCase().monotonic(NumberOrder::rounding),
        call -> bind(call, Direction.DOWN));
    family.add(
        "ceil",
        t -> t.withAliases("ceiling").anyCase().monotonic(NumberOrder::rounding),
        call -> bind(call, Direction.UP));
    family.add(
        "trunc",
        t -> t.withAliases("truncate").anyCase().monotonic(NumberOrder::rounding),
        call -> bind(call, Direction.TO_ZERO));
    return family;
  }

  private static BoundFunction bind(CallSite call, Direction direction) {
    call.arity(1, 2);
    Type type = call.base(0);
    long digits = call.size() == 2 ? call.constantLong(1) : 0;
    if (Math.abs(digits) > MOST_DIGITS) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale argument for rounding function is too large");
    }
    if (type instanceof FloatType floating) {
      return floats(floating, (int) digits, direction);
    }
    if (type instanceof BoolType && digits < 0) {
      return flags(call, digits, direction);
    }
    if (type instanceof BoolType || (type instanceof IntegerType && digits >= 0)) {
      return Bound.total(type, invocation -> invocation.argument(0));
    }
    if (type instanceof IntegerType integer) {
      return integers(call, integer, (int) -digits, direction);
    }
    if (type instanceof DecimalType decimal) {
      int dropped = (int) (decimal.scale() - digits);
      return dropped <= 0
          ? Bound.total(type, invocation -> invocation.argument(0))
          : whole(type, dropped, direction);
    }
    throw call.illegal(0);
  }

  /** No flag reaches a ten; what is rounded up to one is a number that a flag should not hold. */
  private static BoundFunction flags(CallSite call, long digits, Direction direction) {
    if (direction == Direction.UP && digits >= -2) {
      throw call.notImplemented("Bool to tens");
    }
    return Bound.total(
        BoolType.INSTANCE,
        invocation -> ConstantColumn.of(LongColumn.of(new long[1], 1, null), invocation.rows()));
  }

  private static BoundFunction whole(Type type, int digits, Direction direction) {
    BigInteger unit = BigInteger.TEN.pow(Math.min(digits, 100));
    return Bound.total(
        type,
        invocation -> {
          BigLane lane = BigLane.of(type, invocation.argument(0));
          return Operands.bigs(invocation, type, row -> direction.round(lane.at(row), unit));
        });
  }

  private static BoundFunction integers(
      CallSite call, IntegerType type, int digits, Direction direction) {
    if (digits > MOST_STEP_DIGITS && call.constant(0) == null) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Unexpected 'scale' parameter passed to function: " + -digits);
    }
    IntegerRounding rounding = new IntegerRounding(type, IntegerRounding.step(digits), direction);
    if (type.bits() > 64) {
      return Bound.total(
          type,
          invocation -> {
            BigLane lane = BigLane.of(type, invocation.argument(0));
            return Operands.bigs(invocation, type, row -> rounding.of(lane.at(row)));
          });
    }
    boolean fits = rounding.fits();
    return Bound.total(type, Operands.longs(x -> fits ? rounding.of(x) : 0));
  }

  private static BoundFunction floats(FloatType type, int digits, Direction direction) {
    boolean single = type.bits() == 32;
    double scale = Math.min(Math.pow(10, Math.abs(digits)), GREATEST_STEP);
    return Bound.total(
        type,
        invocation -> {
          DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
          double[] result = invocation.scratch().doubles(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            double value = lane.at(row);
            result[row] =
                single
                    ? single((float) value, (float) scale, digits, direction)
                    : whole(value, scale, digits, direction);
          }
          return DoubleColumn.of(result, invocation.rows(), null);
        });
  }

  private static double whole(double value, double scale, int digits, Direction direction) {
    if (digits == 0) {
      return direction.round(value);
    }
    double scaled = digits > 0 ? value * scale : value / scale;
    double rounded = direction.round(scaled);
    return digits > 0 ? rounded / scale : rounded * scale;
  }

  /** The same in single precision, step by step. */
  private static float single(float value, float scale, int digits, Direction direction) {
    if (digits == 0) {
      return (float) direction.round(value);
    }
    float scaled = digits > 0 ? value * scale : value / scale;
    float rounded = (float) direction.round(scaled);
    return digits > 0 ? rounded / scale : rounded * scale;
  }
}
