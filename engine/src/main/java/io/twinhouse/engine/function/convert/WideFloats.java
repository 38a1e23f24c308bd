// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What the server makes of a float that becomes an integer of 128 or 256 bits: a number in base
 * 2^64 - 1, whose digits are found in floating point of 64 significant bits and, beyond two digits,
 * of 53. So the result is not the float's own value once it is larger than 2^63.
 */
public final class WideFloats {

  private static final BigInteger BASE = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger SINGLE_BOUND = BigInteger.ONE.shiftLeft(63);
  private static final double DOUBLE_BASE = 0x1p64;

  private WideFloats() {}

  /**
   * The whole number for a finite {@code value}, not yet cut to the width of a type.
   *
   * @param single whether it is a Float32, which ends at 2^63
   */
  public static BigInteger whole(double value, boolean single) {
    if (single && Math.abs(value) >= 0x1p63) {
      return value < 0 ? SINGLE_BOUND.negate() : SINGLE_BOUND;
    }
    if (Math.abs(value) < 0x1p63) {
      return BigInteger.valueOf((long) value);
    }
    BigInteger magnitude = digits(new BigDecimal(Math.abs(value)).toBigIntegerExact());
    return value < 0 ? magnitude.negate() : magnitude;
  }

  private static BigInteger digits(BigInteger value) {
    Extended quotient = Extended.quotient(value, BASE);
    BigInteger floor = quotient.floor();
    BigInteger high =
        floor.compareTo(BASE) < 0 || quotient.isExactly(BASE) ? floor : digits(quotient.toDouble());
    BigInteger product = Extended.rounded(floor.multiply(BASE));
    BigInteger rest = Extended.rounded(value.subtract(product));
    return high.multiply(BASE).add(rest);
  }

  private static BigInteger digits(double value) {
    double quotient = value / DOUBLE_BASE;
    double floor = Math.floor(quotient);
    BigInteger high =
        quotient <= DOUBLE_BASE ? new BigDecimal(floor).toBigInteger() : digits(quotient);
    BigInteger rest = new BigDecimal(value - floor * DOUBLE_BASE).toBigInteger();
    return high.multiply(BASE).add(rest);
  }

  /** A float of 64 significant bits: mantissa times a power of two. */
  private record Extended(BigInteger mantissa, int exponent) {

    static Extended quotient(BigInteger dividend, BigInteger divisor) {
      int scale = 130 + Math.max(0, divisor.bitLength() - dividend.bitLength());
      BigInteger[] parts = dividend.shiftLeft(scale).divideAndRemainder(divisor);
      // A last bit stands for all that was cut off, so that ties are told apart.
      BigInteger bits = parts[0].shiftLeft(1);
      return round(parts[1].signum() == 0 ? bits : bits.setBit(0), -scale - 1);
    }

    private static Extended round(BigInteger bits, int exponent) {
      int surplus = bits.bitLength() - 64;
      if (surplus <= 0) {
        return new Extended(bits, exponent);
      }
      BigDecimal exact =
          new BigDecimal(bits).divide(new BigDecimal(BigInteger.ONE.shiftLeft(surplus)));
      BigInteger kept = exact.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();
      return new Extended(kept, exponent + surplus);
    }

    /** A whole number with its sign, rounded to 64 significant bits. */
    static BigInteger rounded(BigInteger value) {
      BigInteger magnitude = round(value.abs(), 0).floor();
      return value.signum() < 0 ? magnitude.negate() : magnitude;
    }

    BigInteger floor() {
      return exponent >= 0 ? mantissa.shiftLeft(exponent) : mantissa.shiftRight(-exponent);
    }

    boolean isExactly(BigInteger whole) {
      return floor().equals(whole)
          && (exponent >= 0 || floor().shiftLeft(-exponent).equals(mantissa));
    }

    double toDouble() {
      return Math.scalb(mantissa.doubleValue(), exponent);
    }
  }
}
