// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.exact;

/** exp, exp2, log and its kin, cbrt. */
public final class Exponential {

  /** The argument is halved so often before the series, and the result squared as often. */
  private static final int HALVINGS = 9;

  private static final int TERMS = 9;

  private Exponential() {}

  public static double exp(double x) {
    if (Double.isNaN(x) || x > 710) {
      return x + Double.POSITIVE_INFINITY;
    }
    if (x < -746) {
      return 0;
    }
    if (Math.abs(x) < 0x1p-54) {
      return 1 + x;
    }
    double power = Math.rint(x * Constants.LOG2_E.high());
    return powered(remainder(x, power), (int) power);
  }

  public static double exp2(double x) {
    if (Double.isNaN(x) || x >= 1025) {
      return x + Double.POSITIVE_INFINITY;
    }
    if (x < -1076) {
      return 0;
    }
    double power = Math.rint(x);
    if (x == power) {
      return Math.scalb(1.0, (int) power);
    }
    if (Math.abs(x) < 0x1p-54) {
      return 1 + x;
    }
    return powered(Constants.LN2.times(x - power), (int) power);
  }

  private static double powered(Pair rest, int power) {
    Pair value = series(rest).plus(1);
    double whole = value.rounded(power);
    return Double.isInfinite(whole) ? Double.POSITIVE_INFINITY : whole;
  }

  /** exp to some 100 bits; for arguments whose result is an ordinary number. */
  static Pair expPair(double x) {
    double power = Math.rint(x * Constants.LOG2_E.high());
    return series(remainder(x, power)).plus(1).scaled((int) power);
  }

  /** exp to some 100 bits; for arguments whose result is an ordinary number. */
  static Pair expPair(Pair x) {
    double power = Math.rint(x.high() * Constants.LOG2_E.high());
    Pair rest = x.minus(Constants.LN2.times(power));
    return series(rest).plus(1).scaled((int) power);
  }

  private static Pair remainder(double x, double power) {
    return Pair.of(x).minus(Constants.LN2.times(power));
  }

  /** exp(x) - 1 for |x| of at most some ln 2 / 2. */
  private static Pair series(Pair x) {
    Pair small = x.scaled(-HALVINGS);
    Pair sum = Constants.INVERSE_FACTORIALS[TERMS];
    for (int n = TERMS - 1; n >= 1; n--) {
      sum = sum.times(small).plus(Constants.INVERSE_FACTORIALS[n]);
    }
    Pair value = sum.times(small);
    for (int i = 0; i < HALVINGS; i++) {
      value = value.scaled(1).plus(value.times(value));
    }
    return value;
  }

  public static double log(double x) {
    return ordinary(x) ? logPair(x).rounded() : edge(x);
  }

  public static double log2(double x) {
    return ordinary(x) ? logPair(x).times(Constants.LOG2_E).rounded() : edge(x);
  }

  public static double log10(double x) {
    return ordinary(x) ? logPair(x).times(Constants.LOG10_E).rounded() : edge(x);
  }

  private static boolean ordinary(double x) {
    return x > 0 && x < Double.POSITIVE_INFINITY;
  }

  private static double edge(double x) {
    return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
  }

  static Pair logPair(double x) {
    int exponent = Math.getExponent(x);
    double scaled = x;
    if (exponent < Double.MIN_EXPONENT) {
      scaled = x * 0x1p54;
      exponent = Math.getExponent(scaled) - 54;
      scaled = Math.scalb(scaled, -(exponent + 54));
    } else {
      scaled = Math.scalb(x, -exponent);
    }
    if (scaled > 1.4142135623730951) {
      scaled /= 2;
      exponent++;
    }
    Pair fraction = nearOne(scaled - 1);
    return exponent == 0 ? fraction : Constants.LN2.times(exponent).plus(fraction);
  }

  public static double log1p(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x <= -1) {
      return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    if (Math.abs(x) < 0x1p-54) {
      return x;
    }
    if (Math.abs(x) < 0.29) {
      return nearOne(x).rounded();
    }
    if (x >= 0x1p53) {
      return Pair.of(x).high() > 0x1p110 ? log(x) : logOf(Pair.sum(x, 1)).rounded();
    }
    return logOf(Pair.sum(x, 1)).rounded();
  }

  /** log(high + low) = log(high) + log1p(low / high). */
  static Pair logOf(Pair x) {
    Pair rest = Pair.of(x.low()).over(Pair.of(x.high()));
    Pair correction = rest.minus(rest.times(rest).scaled(-1));
    return logPair(x.high()).plus(correction);
  }

  /** log(1 + f) by one step of Newton's on exp(y) - 1 = f. */
  private static Pair nearOne(double f) {
    if (f == 0) {
      return Pair.ZERO;
    }
    double guess = StrictMath.log1p(f);
    Pair value = series(Pair.of(guess));
    Pair step = Pair.of(f).minus(value).over(value.plus(1));
    // The next term of the series of log1p(step), which is some 2^-53.
    return step.minus(step.times(step).scaled(-1)).plus(guess);
  }

  /** x to the power of three halves, for an ordinary x whose power is one too. */
  public static double cubedRoot(double x) {
    return cubedRootPair(x).high();
  }

  /** What the server may have in place of {@link #cubedRoot}: the same but near a middle. */
  public static double otherCubedRoot(double x) {
    return cubedRootPair(x).otherSide();
  }

  private static Pair cubedRootPair(double x) {
    double root = Math.sqrt(x);
    Pair rest = Pair.of(x).minus(Pair.product(root, root));
    return rest.over(Pair.of(2 * root)).plus(root).times(x);
  }

  public static double cbrt(double x) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    double scaled = Math.abs(x) < 0x1p-900 ? x * 0x1p120 : Math.abs(x) > 0x1p900 ? x * 0x1p-120 : x;
    int back = scaled == x ? 0 : Math.abs(x) < 1 ? -40 : 40;
    double guess = StrictMath.cbrt(scaled);
    Pair square = Pair.product(guess, guess);
    Pair step = Pair.of(scaled).minus(square.times(guess)).over(square.times(3));
    return step.plus(guess).rounded(back);
  }
}
