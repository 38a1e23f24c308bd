// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of six significant digits, as streams of C++ print them. */
final class ShortNumber {

  private static final int DIGITS = 6;
  private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private ShortNumber() {}

  /** Appends a finite number. */
  static void write(double value, StringBuilder out) {
    if (value == 0) {
      out.append(1 / value < 0 ? "-0" : "0");
      return;
    }
    BigDecimal rounded = new BigDecimal(value).round(ROUNDED).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < DIGITS) {
      out.append(rounded.toPlainString());
      return;
    }
    String digits = rounded.unscaledValue().abs().toString();
    out.append(value < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append(exponent < 0 ? "e-" : "e+");
    int size = Math.abs(exponent);
    out.append(size < 10 ? "0" : "").append(size);
  }
}
