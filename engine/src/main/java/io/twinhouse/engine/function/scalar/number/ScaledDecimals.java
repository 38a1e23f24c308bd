// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import java.math.BigInteger;

/**
 * multiplyDecimal and divideDecimal: Decimal256 of a scale that may be chosen; digits beyond it are
 * cut off.
 */
public final class ScaledDecimals {

  private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(DecimalType.MAX_PRECISION);

  private ScaledDecimals() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Arithmetic: decimals")
        .add("multiplyDecimal", call -> bind(call, false))
        .add("divideDecimal", call -> bind(call, true));
  }

  private static BoundFunction bind(CallSite call, boolean division) {
    call.arity(2, 3);
    if (!(call.base(0) instanceof DecimalType a) || !(call.base(1) instanceof DecimalType b)) {
      throw call.illegal();
    }
    int scale = Math.max(a.scale(), b.scale());
    if (call.size() == 3) {
      if (!(call.base(2) instanceof IntegerType type) || type.signed()) {
        throw call.illegal(2);
      }
      long wanted = call.constantLong(2);
      if (wanted < 0 || wanted > DecimalType.MAX_PRECISION) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Illegal value of third argument of function "
                + call.name()
                + ": must be integer in range [0, 76]");
      }
      scale = (int) wanted;
    }
    DecimalType result = new DecimalType(DecimalType.MAX_PRECISION, scale);
    int shift = division ? scale - a.scale() + b.scale() : scale - a.scale() - b.scale();
    return Bound.of(
        result,
        invocation -> {
          BigLane x = BigLane.of(a, invocation.argument(0));
          BigLane y = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> division ? quotient(x.at(row), y.at(row), shift) : product(x, y, row, shift));
        });
  }

  private static BigInteger product(BigLane x, BigLane y, int row, int shift) {
    BigInteger product = checked(x.at(row).multiply(y.at(row)));
    return checked(shift < 0 ? product.divide(ten(-shift)) : product.multiply(ten(shift)));
  }

  private static BigInteger quotient(BigInteger a, BigInteger b, int shift) {
    if (b.signum() == 0) {
      throw new TwinhouseException(ErrorCode.ILLEGAL_DIVISION, "Division by zero");
    }
    return checked(shift < 0 ? a.divide(b).divide(ten(-shift)) : a.multiply(ten(shift)).divide(b));
  }

  private static BigInteger ten(int exponent) {
    return BigInteger.TEN.pow(exponent);
  }

  private static BigInteger checked(BigInteger value) {
    if (value.abs().compareTo(TOO_LARGE) >= 0) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW, "Numeric overflow: result bigger that Decimal256");
    }
    return value;
  }
}
