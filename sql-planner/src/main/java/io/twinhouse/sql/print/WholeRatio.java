// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import java.math.BigInteger;
import java.util.Locale;

/** A decimal number as the server writes it in SAMPLE: its digits over a power of ten. */
record WholeRatio(BigInteger above, BigInteger below) {

  static final BigInteger MOST = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

  /** Powers of ten beyond are more than {@link #MOST} at any rate. */
  private static final int MOST_PLACES = 400;

  /** Of a number's text in decimal digits; 1.5E1 is 150 / 10. */
  static WholeRatio of(String number) {
    String[] halves = number.toLowerCase(Locale.ROOT).split("e", 2);
    int point = halves[0].indexOf('.');
    int places = point < 0 ? 0 : halves[0].length() - point - 1;
    BigInteger digits = new BigInteger(halves[0].replace(".", ""));
    int exponent = halves.length < 2 ? 0 : new BigInteger(halves[1]).intValue();
    return new WholeRatio(
        digits.multiply(power(Math.max(0, exponent))),
        power(places).multiply(power(Math.max(0, -exponent))));
  }

  private static BigInteger power(int places) {
    return BigInteger.TEN.pow(Math.min(MOST_PLACES, places));
  }
}
