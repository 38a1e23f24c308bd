// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Plain;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells numbers from other texts. */
final class NumberKind {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,40}");

  private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+\\.[0-9]*|\\.[0-9]+)");

  private static final Pattern POWER =
      Pattern.compile("[-+]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)[eE][-+]?[0-9]+");

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MOST_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private NumberKind() {}

  /**
   * @param powers whether 1e5 is a number
   * @return null for a text that is none
   */
  static @Nullable Plain of(String text, boolean powers) {
    if (INTEGER.matcher(text).matches()) {
      BigInteger value = new BigInteger(text);
      if (value.compareTo(LEAST) < 0 || value.compareTo(MOST_UNSIGNED) > 0) {
        return null;
      }
      if (value.compareTo(MOST) > 0) {
        return Plain.UNSIGNED;
      }
      return value.signum() < 0 ? Plain.NEGATIVE : Plain.INTEGER;
    }
    if (text.equals(".")) {
      return Plain.UNCLEAR;
    }
    boolean number =
        DECIMAL.matcher(text).matches()
            || (powers && POWER.matcher(text).matches())
            || text.equals("nan")
            || text.equals("NaN");
    return number ? Plain.FLOAT : null;
  }

  /** Whether it has the digits of an integer, if too many. */
  static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches();
  }
}
