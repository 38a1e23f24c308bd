// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;

/** Greatest common divisor and least common multiple. */
final class Divisors {

  private Divisors() {}

  static BoundFunction bind(CallSite call, boolean greatest) {
    Type a = call.arity(2).base(0);
    Type b = call.base(1);
    if (!(a instanceof IntegerType x) || !(b instanceof IntegerType y)) {
      throw call.illegal();
    }
    IntegerType result = NumberTypes.sum(x, y, false);
    boolean signs = x.bits() > 64 || y.bits() > 64;
    return Bound.of(
        result,
        invocation -> {
          BigLane left = BigLane.of(a, invocation.argument(0));
          BigLane right = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> {
                BigInteger p = wrapped(left.at(row), result);
                BigInteger q = wrapped(right.at(row), result);
                if (isLeast(p, result) || isLeast(q, result)) {
                  throw call.refuse(
                      ErrorCode.DECIMAL_OVERFLOW,
                      "Intermediate result overflow (signed a = " + p + ", signed b = " + q + ")");
                }
                if (p.signum() == 0 || q.signum() == 0) {
                  throw ArithmeticFunctions.divisionByZero();
                }
                BigInteger divisor = p.gcd(q);
                if (greatest) {
                  return divisor;
                }
                BigInteger multiple = p.divide(divisor).multiply(q);
                return signs ? multiple : multiple.abs();
              });
        });
  }

  /** The least value has no opposite. */
  private static boolean isLeast(BigInteger value, IntegerType type) {
    return type.signed() && value.signum() < 0 && value.getLowestSetBit() == type.bits() - 1;
  }

  /** An operand in the type of the result, in which the server divides. */
  private static BigInteger wrapped(BigInteger value, IntegerType type) {
    if (!type.signed() || value.bitLength() < type.bits()) {
      return value;
    }
    BigInteger all = BigInteger.ONE.shiftLeft(type.bits());
    BigInteger low = value.mod(all);
    return low.testBit(type.bits() - 1) ? low.subtract(all) : low;
  }
}
