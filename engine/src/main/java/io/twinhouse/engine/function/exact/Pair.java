// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.exact;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An unevaluated sum of two doubles, some 106 bits: the error-free transformations of Dekker and
 * Knuth.
 *
 * @param high the double nearest to the sum
 * @param low what is left
 */
record Pair(double high, double low) {

  static final Pair ZERO = new Pair(0, 0);
  static final Pair ONE = new Pair(1, 0);

  /** Less than this share of a result is lost in any of the functions here. */
  private static final double ERROR = 0x1p-88;

  static Pair of(double value) {
    return new Pair(value, 0);
  }

  static Pair of(BigDecimal value) {
    double high = value.doubleValue();
    return new Pair(high, value.subtract(new BigDecimal(high)).doubleValue());
  }

  /** What the server may be off by, as a share of a result, where it has 64 bits. */
  private static final double EXTENDED_ERROR = 0x1p-60;

  /** How near, as a share of half a digit, the server's powers take the wrong side of a middle. */
  private static final double MIDDLE = 1.0 / 24;

  /** The quotient of two whole numbers. */
  static Pair ratio(BigDecimal dividend, BigDecimal divisor) {
    return of(dividend.divide(divisor, new MathContext(60)));
  }

  /** The exact sum of two doubles. */
  static Pair sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new Pair(sum, (a - (sum - part)) + (b - part));
  }

  /** The exact product of two doubles that neither overflows nor is subnormal. */
  static Pair product(double a, double b) {
    double product = a * b;
    return new Pair(product, Math.fma(a, b, -product));
  }

  private static Pair normal(double a, double b) {
    double sum = a + b;
    return new Pair(sum, b - (sum - a));
  }

  Pair plus(Pair other) {
    Pair highs = sum(high, other.high);
    Pair lows = sum(low, other.low);
    Pair first = normal(highs.high, highs.low + lows.high);
    return normal(first.high, first.low + lows.low);
  }

  Pair plus(double other) {
    Pair highs = sum(high, other);
    return normal(highs.high, highs.low + low);
  }

  Pair minus(Pair other) {
    return plus(other.negated());
  }

  Pair times(Pair other) {
    Pair product = product(high, other.high);
    return normal(product.high, product.low + (high * other.low + low * other.high));
  }

  Pair times(double other) {
    Pair product = product(high, other);
    return normal(product.high, product.low + low * other);
  }

  Pair over(Pair other) {
    double first = high / other.high;
    Pair rest = minus(other.times(first));
    double second = rest.high / other.high;
    rest = rest.minus(other.times(second));
    return sum(first, second).plus(rest.high / other.high);
  }

  Pair negated() {
    return new Pair(-high, -low);
  }

  /** This times a power of two. */
  Pair scaled(int exponent) {
    return new Pair(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }

  /** The nearest double. */
  double rounded() {
    return rounded(0);
  }

  /**
   * The double nearest to this times a power of two, subnormal ones included.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED where the error does not let it tell which
   */
  double rounded(int exponent) {
    if (high == 0 || Double.isNaN(high) || Double.isInfinite(high)) {
      return Math.scalb(high, exponent);
    }
    if (Math.getExponent(high) + exponent < Double.MIN_EXPONENT) {
      return subnormal(exponent);
    }
    if (!isDecided()) {
      throw undecided(high);
    }
    return Math.scalb(high, exponent);
  }

  /** Whether the nearest double is known in spite of the error. */
  boolean isDecided() {
    return isDecided(ERROR);
  }

  private boolean isDecided(double share) {
    double error = Math.abs(high) * share;
    return low + error + high == high && low - error + high == high;
  }

  /**
   * The nearest double, for results that the server computes with some eleven bits more than a
   * double has: its own last bits settle the middle between two doubles.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED near the middle of two doubles
   */
  double roundedAsExtended() {
    if (!isDecided(EXTENDED_ERROR)) {
      throw undecided(high);
    }
    return high;
  }

  /** The next nearest double where this lies near the middle of both, else the nearest one. */
  double otherSide() {
    double half = Math.ulp(high) / 2;
    if (Math.abs(low) < half * (1 - MIDDLE)) {
      return high;
    }
    return low > 0 ? Math.nextUp(high) : Math.nextDown(high);
  }

  private double subnormal(int exponent) {
    double unit = Math.scalb(1.0, Double.MIN_EXPONENT - 52 - exponent);
    double error = Math.abs(high) * ERROR;
    double below = whole(high, low - error, unit);
    if (below != whole(high, low + error, unit)) {
      throw undecided(high);
    }
    return Math.copySign(Math.abs(below) * Double.MIN_VALUE, high);
  }

  /** The whole number of units nearest to a sum. */
  private static double whole(double high, double low, double unit) {
    double units = Math.rint(high / unit);
    double rest = (high - units * unit) + low;
    double half = unit / 2;
    return rest > half ? units + 1 : rest < -half ? units - 1 : units;
  }

  private static TwinhouseException undecided(double value) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "A result near " + value + " lies in the middle of two doubles and cannot be rounded");
  }
}
