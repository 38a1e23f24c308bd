// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import java.math.BigInteger;

/**
 * A sum of lengths that is rounded to 64 binary digits at each step, as the wide registers do which
 * the server adds up in. Not thread-safe.
 */
final class ExtendedSum {

  private static final int DIGITS = 64;

  /** The smallest double is one of these. */
  private static final int SMALLEST_EXPONENT = -1074;

  private BigInteger units = BigInteger.ZERO;

  /** What is no finite number, once there was one. */
  private double odd;

  /** Adds a length, which is not negative. */
  void add(double length) {
    if (!Double.isFinite(length)) {
      odd += length;
      return;
    }
    int exponent = Math.max(Math.getExponent(length), Double.MIN_EXPONENT) - 52;
    long digits = (long) Math.scalb(length, -exponent);
    add(BigInteger.valueOf(digits).shiftLeft(exponent - SMALLEST_EXPONENT));
  }

  void add(ExtendedSum other) {
    odd += other.odd;
    add(other.units);
  }

  private void add(BigInteger more) {
    BigInteger sum = units.add(more);
    int dropped = sum.bitLength() - DIGITS;
    if (dropped > 0) {
      BigInteger kept = sum.shiftRight(dropped);
      boolean half = sum.testBit(dropped - 1);
      boolean above = sum.getLowestSetBit() < dropped - 1;
      kept = half && (above || kept.testBit(0)) ? kept.add(BigInteger.ONE) : kept;
      sum = kept.shiftLeft(dropped);
    }
    units = sum;
  }

  /** The sum as the nearest double. */
  double value() {
    if (odd != 0) {
      return odd;
    }
    int shift = Math.max(0, units.bitLength() - DIGITS);
    return Math.scalb(units.shiftRight(shift).doubleValue(), shift + SMALLEST_EXPONENT);
  }
}
