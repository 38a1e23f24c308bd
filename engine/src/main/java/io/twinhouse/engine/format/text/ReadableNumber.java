// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands beside a large number at the end of a row: {@code 1.23 million}. */
public final class ReadableNumber {

  private static final long THRESHOLD = 1_000_000;

  /** The server writes no words between these two. */
  private static final double SILENT_ABOVE = 1e17;

  private static final double SILENT_TO = 1.844675e19;
  private static final double WORTH_DIGITS = 1e21;
  private static final String[] NAMES = {
    "",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "quintillion",
    "sextillion",
    "septillion",
    "octillion",
    "nonillion",
    "decillion",
    "undecillion",
    "duodecillion",
    "tredecillion",
    "quattuordecillion",
    "quindecillion",
    "sexdecillion",
    "septendecillion",
    "octodecillion",
    "novemdecillion",
    "vigintillion"
  };

  private final double threshold;

  private ReadableNumber(double threshold) {
    this.threshold = threshold;
  }

  /** As a query's settings want it; a threshold of 0 asks for no words at all. */
  public static ReadableNumber of(FormatSettings settings) {
    long least =
        settings.number("output_format_pretty_single_large_number_tip_threshold", THRESHOLD);
    return new ReadableNumber(least == 0 ? Double.POSITIVE_INFINITY : least);
  }

  /** The words, or null for a value that needs none. */
  public @Nullable String of(Type type, Column column, int row) {
    Type base = type.base();
    boolean integer = base instanceof IntegerType;
    if (!integer && !(base instanceof FloatType) && !(base instanceof DecimalType)) {
      return null;
    }
    Object value = JavaValues.get(type, column, row);
    if (!(value instanceof Number number)) {
      return null;
    }
    double size = Math.abs(number.doubleValue());
    if (!(size > threshold)
        || Double.isInfinite(size)
        || (size > SILENT_ABOVE && size <= SILENT_TO)) {
      return null;
    }
    int power = 0;
    double scaled = number.doubleValue();
    while (Math.abs(scaled) >= 1000 && power < NAMES.length - 1) {
      scaled /= 1000;
      power++;
    }
    String digits =
        Math.abs(scaled) < WORTH_DIGITS
            ? String.format(Locale.ROOT, "%.2f", scaled)
            : Double.toString(scaled).replace('E', 'e');
    return power == 0 ? digits : digits + ' ' + NAMES[power];
  }
}
