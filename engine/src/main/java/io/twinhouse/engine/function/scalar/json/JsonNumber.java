// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A number, or a text that holds one.
 *
 * @param whole its value if it is written as an integer
 * @param value its value otherwise
 */
record JsonNumber(@Nullable BigInteger whole, double value) {

  /** The number that a text is wholly, or null. */
  static @Nullable JsonNumber of(String text) {
    if (text.isEmpty() || text.length() > 400) {
      return null;
    }
    if (text.matches("[-+]?\\d+")) {
      return new JsonNumber(new BigInteger(text), 0);
    }
    if (text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return new JsonNumber(null, Double.parseDouble(text));
    }
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "inf", "+inf", "infinity" -> new JsonNumber(null, Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> new JsonNumber(null, Double.NEGATIVE_INFINITY);
      case "nan" -> new JsonNumber(null, Double.NaN);
      default -> null;
    };
  }

  /** The number under the cursor, in quotes or not; null if it is none. Passes the element. */
  static @Nullable JsonNumber read(TextInput in) {
    if (in.peek() == '"') {
      TextOutput text = new TextOutput();
      io.twinhouse.engine.text.JsonText.readString(in, text);
      return of(text.toString());
    }
    int from = in.position();
    JsonDocument.skip(in);
    return of(in.text(from, in.position()));
  }

  double toDouble() {
    return whole == null ? value : whole.doubleValue();
  }

  /** The integer it is cut to, or null if it is none that has one. */
  @Nullable BigInteger toInteger() {
    if (whole != null) {
      return whole;
    }
    return Double.isFinite(value) ? new BigDecimal(value).toBigInteger() : null;
  }

  /** Prints a literal: numbers in their shortest form, everything else as it is. */
  static void print(String literal, TextOutput out) {
    char first = literal.charAt(0);
    if (first != '-' && !Character.isDigit(first)) {
      out.put(literal);
      return;
    }
    JsonNumber number = of(literal);
    if (number != null && number.whole != null) {
      out.put(number.whole.toString());
    } else {
      ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC)
          .write(DoubleColumn.of(Double.parseDouble(literal)), 0, out);
    }
  }
}
