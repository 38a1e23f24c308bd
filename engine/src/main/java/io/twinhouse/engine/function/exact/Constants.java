// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers that the series need, computed once to more digits than are used. */
final class Constants {

  /** Bits behind the point of the long fixed-point constants: enough for any double's remainder. */
  static final int BITS = 1280;

  static final BigInteger TWO_PI_FIXED = pi().shiftLeft(1);

  static final Pair LN2 = fixed(ln(2));
  static final Pair LN10 = fixed(ln(10));
  static final Pair LOG2_E = Pair.ONE.over(LN2);
  static final Pair LOG10_E = Pair.ONE.over(LN10);

  /** 1/n! from n = 0 on. */
  static final Pair[] INVERSE_FACTORIALS = inverseFactorials(32);

  static final Pair TWO_PI = fixed(TWO_PI_FIXED);

  private Constants() {}

  /** A fixed-point number as a pair. */
  static Pair fixed(BigInteger value) {
    return Pair.of(decimal(value));
  }

  static BigDecimal decimal(BigInteger value) {
    return new BigDecimal(value)
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(BITS)), 420, RoundingMode.HALF_EVEN);
  }

  /** Machin's formula. */
  private static BigInteger pi() {
    BigInteger quarter = inverseTangent(5, -1).shiftLeft(2).subtract(inverseTangent(239, -1));
    return quarter.shiftLeft(2);
  }

  /** The series of atan(1/n) (sign -1) or atanh(1/n) (sign 1). */
  private static BigInteger inverseTangent(int n, int sign) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = BigInteger.ONE.shiftLeft(BITS + 32).divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (long k = 1; power.signum() != 0; k += 2) {
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = sign < 0 && k % 4 == 3 ? sum.subtract(term) : sum.add(term);
      power = power.divide(square);
    }
    return sum.shiftRight(32);
  }

  /** ln 2 = 2 atanh(1/3), ln 10 = 3 ln 2 + 2 atanh(1/9). */
  private static BigInteger ln(int n) {
    BigInteger two = inverseTangent(3, 1).shiftLeft(1);
    return n == 2
        ? two
        : two.multiply(BigInteger.valueOf(3)).add(inverseTangent(9, 1).shiftLeft(1));
  }

  private static Pair[] inverseFactorials(int count) {
    Pair[] inverses = new Pair[count];
    BigDecimal factorial = BigDecimal.ONE;
    for (int n = 0; n < count; n++) {
      factorial = n == 0 ? factorial : factorial.multiply(BigDecimal.valueOf(n));
      inverses[n] = Pair.ratio(BigDecimal.ONE, factorial);
    }
    return inverses;
  }
}
