// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The share of all values of a sampling key that SAMPLE takes, as exact fractions of them.
 *
 * @param size more than 0, at most 1
 * @param offset where the share begins, 0 to 1
 */
record SampledShare(Fraction size, Fraction offset) {

  private static final Fraction NONE = new Fraction(BigInteger.ZERO, BigInteger.ONE);
  private static final Fraction ALL = new Fraction(BigInteger.ONE, BigInteger.ONE);

  /**
   * The share of a sample.
   *
   * @return null where all rows are taken
   * @throws io.twinhouse.engine.error.TwinhouseException ARGUMENT_OUT_OF_BOUND for an offset
   *     without a share, NOT_IMPLEMENTED for a number of rows
   */
  static @Nullable SampledShare of(FromItem.Sample sample) {
    Fraction size = Fraction.of(sample.ratio());
    Fraction offset = sample.offset() == null ? NONE : Fraction.of(sample.offset());
    if (size.compareTo(ALL) > 0 || offset.compareTo(ALL) > 0) {
      throw Failures.notImplemented(
          "SAMPLE of a number of rows, which hangs on a table's parts, instead of a share of them"
              + " (SAMPLE 0.1, SAMPLE 1/10)");
    }
    if (!size.isNone() && size.compareTo(ALL) < 0) {
      return new SampledShare(size, offset);
    }
    if (!offset.isNone()) {
      throw Failures.of(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Sampling offset is incorrect because no sampling");
    }
    return null;
  }

  /** By how much a sum over the sample is to be multiplied. */
  double factor() {
    return 1.0 / (size.numerator.doubleValue() / size.denominator.doubleValue());
  }

  /** The least value of the share, of keys of so many bits. */
  BigInteger lower(int bits) {
    return offset.of(bits);
  }

  /** The value after the last of the share; more than {@code bits} have if there is none. */
  BigInteger upper(int bits) {
    Fraction end =
        new Fraction(
            offset
                .numerator
                .multiply(size.denominator)
                .add(size.numerator.multiply(offset.denominator)),
            offset.denominator.multiply(size.denominator));
    return end.of(bits);
  }

  /** An exact fraction. */
  record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    private static final int MOST_DIGITS = 40;

    static Fraction of(Ratio ratio) {
      BigDecimal above = number(ratio.numerator());
      BigDecimal below = number(ratio.denominator());
      if (below.signum() == 0) {
        throw Failures.of(ErrorCode.ARGUMENT_OUT_OF_BOUND, "bad rational: zero denominator");
      }
      int scale = Math.max(0, Math.max(above.scale(), below.scale()));
      BigInteger numerator = above.setScale(scale).unscaledValue();
      BigInteger denominator = below.setScale(scale).unscaledValue();
      BigInteger divisor = numerator.gcd(denominator);
      return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    }

    private static BigDecimal number(String text) {
      try {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
          return number;
        }
      } catch (NumberFormatException odd) {
        // a number in another base
      }
      throw Failures.notImplemented("SAMPLE " + text);
    }

    boolean isNone() {
      return numerator.signum() == 0;
    }

    /** Of all values of so many bits, rounded down. */
    BigInteger of(int bits) {
      return numerator.shiftLeft(bits).divide(denominator);
    }

    @Override
    public int compareTo(Fraction other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
  }
}
