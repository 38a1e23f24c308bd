// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** sin, cos, atan2, hypot. */
public final class Trigonometric {

  private static final int TERMS = 27;

  private Trigonometric() {}

  /** An angle within an eighth of a turn around a quarter. */
  private record Angle(int quarter, Pair rest) {}

  public static double sin(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.NaN;
    }
    if (Math.abs(x) < 0x1p-27) {
      return Math.abs(x) < 0x1p-500 ? x : small(x);
    }
    Angle angle = reduced(x);
    return value(angle.quarter, angle.rest).rounded();
  }

  public static double cos(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.NaN;
    }
    if (Math.abs(x) < 0x1p-28) {
      return 1;
    }
    Angle angle = reduced(x);
    return value(angle.quarter + 1, angle.rest).rounded();
  }

  /** x - x^3/6, where the next term is out of sight. */
  private static double small(double x) {
    return Pair.product(x, x)
        .times(x)
        .times(Constants.INVERSE_FACTORIALS[3])
        .negated()
        .plus(x)
        .rounded();
  }

  private static Pair value(int quarter, Pair rest) {
    Pair value = (quarter & 1) == 0 ? series(rest, 1) : series(rest, 0);
    return (quarter & 2) == 0 ? value : value.negated();
  }

  /** The series of sin (first 1) or cos (first 0). */
  private static Pair series(Pair x, int first) {
    Pair square = x.times(x).negated();
    Pair sum = Constants.INVERSE_FACTORIALS[TERMS - 1 + first];
    for (int n = TERMS - 3 + first; n >= first; n -= 2) {
      sum = sum.times(square).plus(Constants.INVERSE_FACTORIALS[n]);
    }
    return first == 1 ? sum.times(x) : sum;
  }

  /** Turns are taken off in whole numbers, so that no size of x costs any digit. */
  private static Angle reduced(double x) {
    if (Math.abs(x) <= 0.785) {
      return new Angle(0, Pair.of(x));
    }
    int exponent = Math.getExponent(x) - 52;
    long bits = Double.doubleToRawLongBits(x) & 0xFFFFFFFFFFFFFL | 1L << 52;
    int fraction = exponent > 0 ? Constants.BITS : 320;
    BigInteger quarterTurn = Constants.TWO_PI_FIXED.shiftRight(Constants.BITS - fraction + 2);
    BigInteger fixed = BigInteger.valueOf(bits).shiftLeft(fraction + exponent);
    BigInteger[] parts = fixed.divideAndRemainder(quarterTurn);
    BigInteger rest = parts[1];
    int quarter = parts[0].intValue() & 3;
    if (rest.compareTo(quarterTurn.shiftRight(1)) > 0) {
      rest = rest.subtract(quarterTurn);
      quarter++;
    }
    Pair angle = pair(rest, fraction);
    return x > 0 ? new Angle(quarter & 3, angle) : new Angle(-quarter & 3, angle.negated());
  }

  /** A fixed-point number as a pair. */
  private static Pair pair(BigInteger value, int fraction) {
    int drop = Math.max(0, value.bitLength() - 53);
    double high = value.shiftRight(drop).doubleValue();
    BigInteger rest = value.subtract(value.shiftRight(drop).shiftLeft(drop));
    int dropRest = Math.max(0, rest.bitLength() - 62);
    double low = rest.shiftRight(dropRest).doubleValue();
    return Pair.sum(Math.scalb(high, drop - fraction), Math.scalb(low, dropRest - fraction));
  }

  public static double hypot(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    if (x == 0 || y == 0) {
      return Math.abs(x) + Math.abs(y);
    }
    int scale = -Math.max(Math.getExponent(x), Math.getExponent(y));
    if (Math.abs(scale) > 400 || Math.abs(Math.getExponent(x) - Math.getExponent(y)) > 100) {
      return decimalHypot(x, y);
    }
    Pair squares = Pair.product(x, x).plus(Pair.product(y, y));
    double guess = Math.sqrt(squares.high());
    Pair step = squares.minus(Pair.product(guess, guess)).over(Pair.of(2 * guess));
    Pair root = step.plus(guess);
    return root.isDecided() ? root.rounded() : decimalHypot(x, y);
  }

  /** For what is out of a square's range, and for the middle of two doubles. */
  private static double decimalHypot(double x, double y) {
    BigDecimal a = new BigDecimal(x);
    BigDecimal b = new BigDecimal(y);
    MathContext digits = new MathContext(45, RoundingMode.HALF_EVEN);
    return a.multiply(a).add(b.multiply(b)).sqrt(digits).doubleValue();
  }

  public static double atan2(double y, double x) {
    double guess = StrictMath.atan2(y, x);
    boolean edge =
        x == 0 || y == 0 || Double.isInfinite(x) || Double.isInfinite(y) || Double.isNaN(guess);
    if (edge) {
      return guess;
    }
    int scale = -Math.max(Math.getExponent(x), Math.getExponent(y));
    double a = Math.scalb(Math.scalb(x, scale / 2), scale - scale / 2);
    double b = Math.scalb(Math.scalb(y, scale / 2), scale - scale / 2);
    boolean lopsided = Math.abs(Math.getExponent(x) - Math.getExponent(y)) > 400;
    if (lopsided) {
      return lopsided(y, x);
    }
    Angle angle = Math.abs(guess) <= 0.785 ? new Angle(0, Pair.of(guess)) : reduced(guess);
    Pair sine = value(angle.quarter, angle.rest);
    Pair cosine = value(angle.quarter + 1, angle.rest);
    Pair step = cosine.times(b).minus(sine.times(a)).over(cosine.times(a).plus(sine.times(b)));
    return step.plus(guess).rounded();
  }

  /** One side is out of sight: the angle is a quotient, a quarter turn or a half one. */
  private static double lopsided(double y, double x) {
    if (Math.getExponent(y) > Math.getExponent(x)) {
      return Math.copySign(Math.PI / 2, y);
    }
    return x > 0 ? y / x : Math.copySign(Math.PI, y);
  }
}
