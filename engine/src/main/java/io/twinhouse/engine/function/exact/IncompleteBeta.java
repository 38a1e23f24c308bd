// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.exact;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.math.BigDecimal;

/** The regularised incomplete beta function, and the distributions that are made of it. */
public final class IncompleteBeta {

  private static final int MOST_STEPS = 100_000;
  private static final double TINY = 0x1p-400;

  /** From here on Stirling's series has all digits after its terms. */
  private static final double STIRLING_FROM = 34;

  /** Numerators and denominators of Bernoulli's numbers by 2k(2k - 1), from k = 1 on. */
  private static final Pair[] STIRLING = stirling();

  /** Logarithms of the least ordinary double and of half the least one. */
  private static final double SUBNORMAL = -707;

  private static final double NOTHING = -746;

  /** The logarithm of what one has no bits for. */
  private static final double NEGLIGIBLE = -100;

  private IncompleteBeta() {}

  private static Pair[] stirling() {
    String[] bernoulli = {
      "1/6",
      "-1/30",
      "1/42",
      "-1/30",
      "5/66",
      "-691/2730",
      "7/6",
      "-3617/510",
      "43867/798",
      "-174611/330",
      "854513/138",
      "-236364091/2730",
      "8553103/6",
      "-23749461029/870",
      "8615841276005/14322"
    };
    Pair[] terms = new Pair[bernoulli.length];
    for (int i = 0; i < terms.length; i++) {
      String[] parts = bernoulli[i].split("/", -1);
      long factor = (2L * i + 2) * (2L * i + 1);
      terms[i] =
          Pair.ratio(
              new BigDecimal(parts[0]),
              new BigDecimal(parts[1]).multiply(BigDecimal.valueOf(factor)));
    }
    return terms;
  }

  /** The share of Student's distribution below {@code t}, which is finite and not positive. */
  public static double student(double freedom, double t) {
    if (t == 0) {
      return 0.5;
    }
    double square = t * t;
    double share =
        freedom > 2 * square
            ? of(0.5, freedom / 2, square / (freedom + square), true)
            : of(freedom / 2, 0.5, freedom / (freedom + square), false);
    return share / 2;
  }

  /** The share of Fisher's distribution below {@code x}, which is finite and not negative. */
  public static double fisher(double first, double second, double x) {
    double scaled = first * x;
    return scaled > second
        ? of(second / 2, first / 2, second / (second + scaled), true)
        : of(first / 2, second / 2, scaled / (second + scaled), false);
  }

  /** I_x(a, b), or what it lacks to one. */
  static double of(double a, double b, double x, boolean complement) {
    if (x == 0 || x == 1) {
      return (x == 0) == complement ? 1 : 0;
    }
    Pair rest = Pair.sum(1, -x);
    Pair share = complement ? share(b, a, rest, Pair.of(x)) : share(a, b, Pair.of(x), rest);
    return share.roundedAsExtended();
  }

  /** I_x(a, b) where x + y is one. */
  private static Pair share(double a, double b, Pair x, Pair y) {
    return x.high() > (a + 1) / (a + b + 2)
        ? Pair.ONE.minus(tail(b, a, y, x, false))
        : tail(a, b, x, y, true);
  }

  /**
   * x^a y^b / (a B(a, b)) by a continued fraction; x + y is one.
   *
   * @param whole whether that is the result, and not taken away from one
   */
  private static Pair tail(double a, double b, Pair x, Pair y, boolean whole) {
    Pair exponent =
        Exponential.logOf(x)
            .times(a)
            .plus(Exponential.logOf(y).times(b))
            .plus(logGamma(Pair.sum(a, b)))
            .minus(logGamma(Pair.of(a)))
            .minus(logGamma(Pair.of(b)));
    if (exponent.high() < (whole ? NOTHING : NEGLIGIBLE)) {
      return Pair.ZERO;
    }
    if (exponent.high() < SUBNORMAL) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Probabilities of less than 1e-306 are not implemented");
    }
    Pair fraction = fraction(a, b, x);
    return Exponential.expPair(exponent).times(fraction).over(Pair.of(a));
  }

  /** By Lentz's method. */
  private static Pair fraction(double a, double b, Pair x) {
    Pair sum = Pair.sum(a, b);
    Pair c = Pair.ONE;
    Pair d = inverse(Pair.ONE.minus(sum.times(x).over(Pair.sum(a, 1))));
    Pair value = d;
    for (int m = 1; m < MOST_STEPS; m++) {
      Pair even = Pair.sum(b, -m).times(m).times(x).over(twice(a, 2 * m - 1, 2 * m));
      d = inverse(even.times(d).plus(1));
      c = raised(even.over(c).plus(1));
      value = value.times(d.times(c));
      Pair odd =
          Pair.sum(a, m).times(sum.plus(m)).times(x).over(twice(a, 2 * m, 2 * m + 1)).negated();
      d = inverse(odd.times(d).plus(1));
      c = raised(odd.over(c).plus(1));
      Pair step = d.times(c);
      value = value.times(step);
      if (Math.abs(step.minus(Pair.ONE).high()) < 0x1p-98) {
        return value;
      }
      if (m % 1024 == 0) {
        Checkpoint.pass();
      }
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "So many degrees of freedom are not implemented");
  }

  private static Pair twice(double a, int first, int second) {
    return Pair.sum(a, first).times(Pair.sum(a, second));
  }

  private static Pair inverse(Pair value) {
    return Pair.ONE.over(raised(value));
  }

  private static Pair raised(Pair value) {
    return Math.abs(value.high()) < TINY ? Pair.of(TINY) : value;
  }

  /** The logarithm of the gamma function of a positive number. */
  static Pair logGamma(Pair z) {
    Pair shifted = z;
    Pair product = Pair.ONE;
    while (shifted.high() < STIRLING_FROM) {
      product = product.times(shifted);
      shifted = shifted.plus(1);
    }
    Pair square = shifted.times(shifted);
    Pair series = STIRLING[STIRLING.length - 1];
    for (int i = STIRLING.length - 2; i >= 0; i--) {
      series = series.over(square).plus(STIRLING[i]);
    }
    return Exponential.logOf(shifted)
        .times(shifted.plus(-0.5))
        .minus(shifted)
        .plus(Exponential.logOf(Constants.TWO_PI).scaled(-1))
        .plus(series.over(shifted))
        .minus(Exponential.logOf(product));
  }
}
