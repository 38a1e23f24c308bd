// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.IntegerType;
import java.math.BigInteger;

/** Whole quotients and remainders where an operand has more than 64 bits. */
final class WideDivision {

  private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

  private WideDivision() {}

  static Kernel quotient(IntegerType a, IntegerType b, IntegerType result, boolean orZero) {
    IntegerType left = new IntegerType(a.bits(), result.signed());
    IntegerType right = new IntegerType(Math.max(a.bits(), b.bits()), result.signed());
    BigInteger least = least(a);
    return call -> {
      BigLane x = BigLane.of(a, call.argument(0));
      BigLane y = BigLane.of(b, call.argument(1));
      return Operands.bigs(
          call,
          result,
          row -> {
            BigInteger p = wrap(x.at(row), left);
            BigInteger q = wrap(y.at(row), right);
            boolean beyond = result.signed() && q.equals(MINUS_ONE) && p.equals(least);
            return q.signum() == 0 || beyond
                ? BigInteger.valueOf(Division.fault(q.signum(), orZero))
                : p.divide(q);
          });
    };
  }

  static Kernel remainder(
      IntegerType a, IntegerType b, IntegerType result, boolean positive, boolean orZero) {
    // Of one width a signed divisor makes the dividend signed, too.
    boolean bySigned = a.bits() == b.bits() && b.signed();
    IntegerType common = bySigned ? b : Division.promoted(a, b);
    BigInteger least = least(a);
    return call -> {
      BigLane x = BigLane.of(a, call.argument(0));
      BigLane y = BigLane.of(b, call.argument(1));
      return Operands.bigs(
          call,
          result,
          row -> {
            BigInteger p = x.at(row);
            BigInteger q = y.at(row);
            boolean beyond = a.signed() && b.signed() && q.equals(MINUS_ONE) && p.equals(least);
            if (q.signum() == 0 || beyond) {
              return BigInteger.valueOf(Division.fault(q.signum(), orZero));
            }
            BigInteger rest = wrap(p, common).remainder(wrap(q, common));
            return positive && a.signed() ? raised(rest, q, b) : rest;
          });
    };
  }

  private static BigInteger raised(BigInteger rest, BigInteger divisor, IntegerType b) {
    IntegerType signed = new IntegerType(NumberTypes.next(b.bits()), true);
    if (wrap(rest, signed).signum() >= 0) {
      return rest;
    }
    if (b.signed() && divisor.equals(least(b))) {
      throw Division.byLeast();
    }
    return rest.add(divisor.abs());
  }

  private static BigInteger least(IntegerType type) {
    return BigInteger.ONE.shiftLeft(type.bits() - 1).negate();
  }

  /** The value as the type holds it: its lowest bits. */
  private static BigInteger wrap(BigInteger value, IntegerType type) {
    BigInteger low = value.and(BigInteger.ONE.shiftLeft(type.bits()).subtract(BigInteger.ONE));
    return type.signed() && low.testBit(type.bits() - 1)
        ? low.subtract(BigInteger.ONE.shiftLeft(type.bits()))
        : low;
  }
}
