// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.scalar.tuple.TupleArithmetic;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Whole quotients and remainders, with the conversions that C++ makes of mixed operands. */
final class Division {

  /** What is asked of the division. */
  enum Kind {
    QUOTIENT,
    REMAINDER,
    /** In the type that remainders had once. */
    NARROW_REMAINDER,
    POSITIVE_REMAINDER
  }

  private Division() {}

  static BoundFunction bind(CallSite call, Kind kind, boolean orZero) {
    call.arity(2);
    BoundFunction tuples = TupleArithmetic.operator(call, nameOf(kind, orZero));
    if (tuples != null) {
      return tuples;
    }
    BoundFunction arrays = ArrayArithmetic.operator(call, nameOf(kind, orZero));
    if (arrays != null) {
      return arrays;
    }
    boolean numbers = kind == Kind.QUOTIENT || kind == Kind.NARROW_REMAINDER || orZero;
    Type a = numbers ? call.base(0) : dividend(call);
    Type b = call.base(1);
    IntegerType x = NumberTypes.integer(a);
    IntegerType y = NumberTypes.integer(b);
    if (x != null && y != null) {
      return kind == Kind.QUOTIENT ? quotient(x, y, orZero) : remainder(x, y, kind, orZero);
    }
    return floats(call, kind, orZero, a, b);
  }

  /** A day or a moment has a remainder by a number, as the number it is held as. */
  private static Type dividend(CallSite call) {
    Type type = call.base(0);
    Type divisor = call.base(1);
    boolean moment = type instanceof DateType || type instanceof DateTimeType;
    if (!moment || !isPlain(divisor)) {
      return type;
    }
    if (divisor instanceof IntegerType whole && whole.signed()) {
      throw call.notImplemented(type.name() + " by a signed number");
    }
    return type instanceof DateType ? IntegerType.UINT16 : IntegerType.UINT32;
  }

  private static String nameOf(Kind kind, boolean orZero) {
    return switch (kind) {
      case QUOTIENT -> orZero ? "intDivOrZero" : "intDiv";
      case REMAINDER -> orZero ? "moduloOrZero" : "modulo";
      case NARROW_REMAINDER -> "moduloLegacy";
      case POSITIVE_REMAINDER -> "positiveModulo";
    };
  }

  private static BoundFunction floats(CallSite call, Kind kind, boolean orZero, Type a, Type b) {
    boolean fit = (a instanceof FloatType || b instanceof FloatType) && isPlain(a) && isPlain(b);
    if (!fit && NumberTypes.isNumber(a) && NumberTypes.isNumber(b)) {
      throw call.notImplemented(a.name() + " and " + b.name());
    }
    if (!fit) {
      throw call.illegal();
    }
    if (kind == Kind.QUOTIENT) {
      IntegerType result = new IntegerType(NumberTypes.bits(a), true);
      return Bound.of(result, floatQuotient(a, b, result, orZero));
    }
    boolean positive = kind == Kind.POSITIVE_REMAINDER;
    return Bound.total(
        FloatType.FLOAT64,
        Operands.doubles(
            a,
            b,
            (p, q) -> {
              double rest = remainder(p, q);
              return positive && rest < 0 ? rest + Math.abs(q) : rest;
            }));
  }

  /** What the server's vector code makes of it: without the sign of zero, NaN for infinity. */
  private static double remainder(double p, double q) {
    double quotient = p / q;
    double whole = quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
    return p - whole * q;
  }

  private static boolean isPlain(Type type) {
    IntegerType whole = NumberTypes.integer(type);
    return type instanceof FloatType || (whole != null && whole.bits() <= 64);
  }

  private static BoundFunction quotient(IntegerType a, IntegerType b, boolean orZero) {
    boolean signed = a.signed() || b.signed();
    IntegerType result = new IntegerType(a.bits(), signed);
    IntegerType left = new IntegerType(a.bits(), signed);
    IntegerType right = new IntegerType(Math.max(a.bits(), b.bits()), signed);
    if (a.bits() > 64 || b.bits() > 64) {
      return new Bound(result, WideDivision.quotient(a, b, result, orZero), orZero, null);
    }
    long least = signed ? least(a.bits()) : 0;
    Kernel kernel =
        call -> {
          LongLane x = LongLane.of(call.argument(0));
          LongLane y = LongLane.of(call.argument(1));
          long[] values = call.scratch().longs(call.rows());
          for (int row = 0; row < call.rows(); row++) {
            long p = left.wrap(x.at(row));
            long q = right.wrap(y.at(row));
            if (q == 0 || (signed && q == -1 && p == least)) {
              values[row] = fault(q, orZero);
            } else {
              values[row] = result.wrap(signed ? p / q : Long.divideUnsigned(p, q));
            }
          }
          return LongColumn.of(values, call.rows(), null);
        };
    return new Bound(result, kernel, orZero, null);
  }

  private static long least(int bits) {
    return -1L << (bits - 1);
  }

  static long fault(long divisor, boolean orZero) {
    if (orZero) {
      return 0;
    }
    throw divisor == 0
        ? ArithmeticFunctions.divisionByZero()
        : new TwinhouseException(
            ErrorCode.ILLEGAL_DIVISION, "Division of minimal signed number by minus one");
  }

  private static Kernel floatQuotient(Type a, Type b, IntegerType result, boolean orZero) {
    boolean single = !a.equals(FloatType.FLOAT64) && !b.equals(FloatType.FLOAT64);
    return call -> {
      DoubleLane x = DoubleLane.of(a, call.argument(0));
      DoubleLane y = DoubleLane.of(b, call.argument(1));
      long[] values = call.scratch().longs(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        double quotient = single ? (float) x.at(row) / (float) y.at(row) : x.at(row) / y.at(row);
        if (y.at(row) == 0) {
          values[row] = fault(0, orZero);
        } else if (!(Math.abs(quotient) < Math.scalb(1.0, result.bits() - 1))) {
          throw new TwinhouseException(
              ErrorCode.ILLEGAL_DIVISION,
              "Cannot perform integer division, because it will produce infinite or too large"
                  + " number");
        } else {
          values[row] = (long) quotient;
        }
      }
      return LongColumn.of(values, call.rows(), null);
    };
  }

  private static BoundFunction remainder(IntegerType a, IntegerType b, Kind kind, boolean orZero) {
    boolean positive = kind == Kind.POSITIVE_REMAINDER;
    IntegerType result =
        kind == Kind.NARROW_REMAINDER
            ? new IntegerType(b.bits(), a.signed() || b.signed())
            : new IntegerType(
                a.signed() && !positive ? NumberTypes.next(b.bits()) : b.bits(),
                a.signed() && !positive);
    if (a.bits() > 64 || b.bits() > 64) {
      Kernel wide = WideDivision.remainder(a, b, result, positive, orZero);
      return new Bound(result, wide, orZero, null);
    }
    IntegerType common = promoted(a, b);
    Kernel kernel =
        call -> {
          LongLane x = LongLane.of(call.argument(0));
          LongLane y = LongLane.of(call.argument(1));
          long[] values = call.scratch().longs(call.rows());
          for (int row = 0; row < call.rows(); row++) {
            values[row] = result.wrap(rest(x.at(row), y.at(row), a, b, common, positive, orZero));
          }
          return LongColumn.of(values, call.rows(), null);
        };
    return new Bound(result, kernel, orZero, null);
  }

  private static long rest(
      long p,
      long q,
      IntegerType a,
      IntegerType b,
      IntegerType common,
      boolean positive,
      boolean orZero) {
    if (q == 0 || (a.signed() && b.signed() && q == -1 && p == least(a.bits()))) {
      return fault(q, orZero);
    }
    long x = common.wrap(p);
    long y = common.wrap(q);
    long rest = common.signed() ? x % y : Long.remainderUnsigned(x, y);
    return positive && a.signed() ? raised(rest, q, b) : rest;
  }

  private static long raised(long rest, long divisor, IntegerType b) {
    if (new IntegerType(NumberTypes.next(b.bits()), true).wrap(rest) >= 0) {
      return rest;
    }
    if (b.signed() && divisor == least(b.bits())) {
      throw byLeast();
    }
    return rest + (b.signed() ? Math.abs(divisor) : divisor);
  }

  static TwinhouseException byLeast() {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_DIVISION, "Division by the most negative number");
  }

  /** The type in which C++ divides two integers. */
  static IntegerType promoted(IntegerType a, IntegerType b) {
    int bits = Math.max(32, Math.max(a.bits(), b.bits()));
    boolean unsigned = (!a.signed() && a.bits() == bits) || (!b.signed() && b.bits() == bits);
    return new IntegerType(bits, !unsigned);
  }
}
