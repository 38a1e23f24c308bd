// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Arithmetic where an operand is a decimal and none is a float. Overflow is an error. */
final class DecimalArithmetic {

  private DecimalArithmetic() {}

  static @Nullable BoundFunction bind(CallSite call, ArithmeticFunctions.Operator operator) {
    if (!isDecimal(call)) {
      return null;
    }
    Type a = call.base(0);
    Type b = call.base(1);
    int scaleA = scale(a);
    int scaleB = scale(b);
    boolean product = operator == ArithmeticFunctions.Operator.MULTIPLY;
    int scale = product ? scaleA + scaleB : Math.max(scaleA, scaleB);
    DecimalType result = resultType(call, a, b, scale);
    BigInteger factorA = BigInteger.TEN.pow(product ? 0 : scale - scaleA);
    BigInteger factorB = BigInteger.TEN.pow(product ? 0 : scale - scaleB);
    if (result.bits() <= 64 && isSignedLong(a) && isSignedLong(b)) {
      return Bound.of(
          result, LongDecimals.kernel(operator, result, factorA.longValue(), factorB.longValue()));
    }
    return Bound.of(
        result,
        invocation -> {
          BigLane x = BigLane.of(a, invocation.argument(0));
          BigLane y = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> {
                BigInteger left = checked(x.at(row).multiply(factorA), result);
                BigInteger right = checked(y.at(row).multiply(factorB), result);
                return checked(ArithmeticFunctions.big(operator, left, right), result);
              });
        });
  }

  static @Nullable BoundFunction bindDivide(CallSite call) {
    if (!isDecimal(call)) {
      return null;
    }
    Type a = call.base(0);
    Type b = call.base(1);
    int scale = a instanceof DecimalType decimal ? decimal.scale() : scale(b);
    if (a instanceof DecimalType && scale < scale(b)) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Decimal result's scale is less than argument's one");
    }
    DecimalType result = resultType(call, a, b, scale);
    BigInteger factor = BigInteger.TEN.pow(scale - scale(a) + scale(b));
    if (result.bits() <= 64 && factor.bitLength() < 64 && isSignedLong(a) && isSignedLong(b)) {
      return Bound.of(result, LongDecimals.quotient(result, factor.longValue()));
    }
    return Bound.of(
        result,
        invocation -> {
          BigLane x = BigLane.of(a, invocation.argument(0));
          BigLane y = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> {
                BigInteger divisor = y.at(row);
                if (divisor.signum() == 0) {
                  throw ArithmeticFunctions.divisionByZero();
                }
                return checked(x.at(row).multiply(factor), result).divide(divisor);
              });
        });
  }

  private static boolean isSignedLong(Type type) {
    return type.lane() == Lane.LONG && !type.equals(IntegerType.UINT64);
  }

  private static boolean isDecimal(CallSite call) {
    Type a = call.base(0);
    Type b = call.base(1);
    return (a instanceof DecimalType || b instanceof DecimalType)
        && !(a instanceof FloatType)
        && !(b instanceof FloatType)
        && NumberTypes.isNumber(a)
        && NumberTypes.isNumber(b);
  }

  private static int scale(Type type) {
    return type instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private static DecimalType resultType(CallSite call, Type a, Type b, int scale) {
    int bits =
        Math.max(
            a instanceof DecimalType decimal ? decimal.bits() : 0,
            b instanceof DecimalType decimal ? decimal.bits() : 0);
    int most = NumberTypes.decimal(bits, 0).precision();
    if (scale > most) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Scale " + scale + " is out of bounds (precision: " + most + ")");
    }
    boolean both = a instanceof DecimalType && b instanceof DecimalType;
    Type own = a instanceof DecimalType ? a : b;
    return both
        ? NumberTypes.decimal(bits, scale)
        : new DecimalType(((DecimalType) own).precision(), scale);
  }

  private static BigInteger checked(BigInteger value, DecimalType type) {
    if (value.bitLength() >= type.bits()) {
      throw overflow();
    }
    return value;
  }

  static TwinhouseException overflow() {
    return new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Decimal math overflow");
  }
}
