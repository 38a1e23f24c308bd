// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.function.scalar.number.RoundingFunctions.Direction;
import io.twinhouse.engine.type.IntegerType;
import java.math.BigInteger;

/**
 * Integers rounded to multiples of a power of ten in their own width: what steps beyond the type's
 * values comes back at its other end, as the server's does.
 *
 * @param step the power of ten, which the type holds
 */
record IntegerRounding(IntegerType type, BigInteger step, Direction direction) {

  /** The server's powers of ten end here. */
  static final BigInteger GREATEST_STEP = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** 10 to the power of {@code digits}, or the greatest step. */
  static BigInteger step(int digits) {
    return BigInteger.TEN.pow(Math.min(digits, 20)).min(GREATEST_STEP);
  }

  /** Whether the type holds the step; if not, every value becomes 0. */
  boolean fits() {
    return step.bitLength() <= type.bits() - (type.signed() ? 1 : 0);
  }

  /** Of types up to 64 bits. */
  long of(long x) {
    long unit = step.longValue();
    long moved =
        switch (direction) {
          case UP -> type.signed() && x <= 0 ? x : type.wrap(x + (unit - 1));
          case DOWN -> type.signed() && x < 0 ? type.wrap(x - (unit - 1)) : x;
          case TO_ZERO -> x;
          case HALF_UP, HALF_EVEN -> {
            long from = type.signed() && x < 0 ? type.wrap(x - unit) : x;
            yield narrow() ? from + (unit >>> 1) : type.wrap(from + (unit >>> 1));
          }
        };
    long quotient = type.signed() ? moved / unit : Long.divideUnsigned(moved, unit);
    boolean half = direction == Direction.HALF_EVEN && quotient * unit == moved && !leaves(moved);
    return type.wrap((half ? quotient / 2 * 2 : quotient) * unit);
  }

  /** Sums of narrow integers are wider than those. */
  private boolean narrow() {
    return type.bits() < 32;
  }

  /** A sum that an Int8 does not hold is never taken for a half. */
  private boolean leaves(long moved) {
    return type.bits() == 8 && type.signed() && moved > Byte.MAX_VALUE;
  }

  /** Of wider types. */
  BigInteger of(BigInteger x) {
    BigInteger moved =
        switch (direction) {
          case UP -> x.signum() <= 0 ? x : wrap(x.add(step).subtract(BigInteger.ONE));
          case DOWN -> x.signum() >= 0 ? x : wrap(x.subtract(step).add(BigInteger.ONE));
          case TO_ZERO -> x;
          case HALF_UP, HALF_EVEN -> {
            BigInteger from = x.signum() < 0 ? wrap(x.subtract(step)) : x;
            yield wrap(from.add(step.shiftRight(1)));
          }
        };
    BigInteger[] parts = moved.divideAndRemainder(step);
    boolean half = direction == Direction.HALF_EVEN && parts[1].signum() == 0;
    boolean odd = half && parts[0].testBit(0);
    BigInteger quotient = odd ? parts[0].subtract(BigInteger.valueOf(parts[0].signum())) : parts[0];
    return quotient.multiply(step);
  }

  private BigInteger wrap(BigInteger x) {
    BigInteger rest = x.mod(BigInteger.ONE.shiftLeft(type.bits()));
    boolean negative = type.signed() && rest.testBit(type.bits() - 1);
    return negative ? rest.subtract(BigInteger.ONE.shiftLeft(type.bits())) : rest;
  }
}
