// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the text of numbers as ClickHouse's parser does. */
final class NumberText {
  private static final BigInteger MAX_UINT64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger MIN_INT64 = BigInteger.ONE.shiftLeft(63).negate();

  private NumberText() {}

  /** The integer, or null when ClickHouse takes the text for a Float64. */
  static @Nullable BigInteger integer(String text) {
    BigInteger value = digits(text);
    if (value == null || value.compareTo(MAX_UINT64) > 0 || value.compareTo(MIN_INT64) < 0) {
      return null;
    }
    return value;
  }

  private static @Nullable BigInteger digits(String text) {
    boolean negative = text.startsWith("-");
    String clean = text.substring(negative ? 1 : 0).replace("_", "").strip();
    int radix = clean.startsWith("0x") ? 16 : clean.startsWith("0b") ? 2 : 10;
    String digits = radix == 10 ? clean : clean.substring(2);
    if (digits.isEmpty()) {
      return null;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), radix) < 0) {
        return null;
      }
    }
    BigInteger value = new BigInteger(digits, radix);
    return negative ? value.negate() : value;
  }

  static double floating(String text) {
    BigInteger integer = digits(text);
    if (integer != null) {
      boolean negativeFloat = text.startsWith("-") && integer.signum() == 0;
      return negativeFloat ? 0 : integer.doubleValue();
    }
    boolean negative = text.startsWith("-");
    String clean =
        text.substring(negative ? 1 : 0).replace("_", "").strip().toLowerCase(Locale.ROOT);
    double value =
        switch (clean) {
          case "inf", "infinity" -> Double.POSITIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> Double.parseDouble(withExponent(clean));
        };
    return negative ? -value : value;
  }

  /** Java wants an exponent on each hexadecimal float. */
  private static String withExponent(String clean) {
    return clean.startsWith("0x") && clean.indexOf('p') < 0 ? clean + "p0" : clean;
  }
}
