// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static io.twinhouse.engine.text.TextInput.isDigit;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers under the cursor. */
final class NumberText {

  private NumberText() {}

  /**
   * Reads an integer, which wraps where it is too large unless {@code checked}.
   *
   * @param checked whether a number out of range is a failure
   */
  static boolean readInteger(TextInput in, IntegerType type, boolean checked, ColumnBuilder out) {
    if (in.atEnd()) {
      return in.fail(
          ErrorCode.ATTEMPT_TO_READ_AFTER_EOF,
          "Attempt to read after eof: Cannot parse "
              + type.name()
              + " from String, because value is too short");
    }
    boolean negative = false;
    if (in.peek() == '-' || in.peek() == '+') {
      negative = in.peek() == '-';
      if (negative && !type.signed()) {
        return in.fail(
            ErrorCode.CANNOT_PARSE_NUMBER,
            "Unsigned type must not contain '-' symbol: Cannot parse "
                + type.name()
                + " from String");
      }
      in.advance(1);
    }
    int first = in.position();
    long value = 0;
    while (isDigit(in.peek())) {
      value = value * 10 + (in.peek() - '0');
      in.advance(1);
    }
    int digits = in.position() - first;
    if (digits == 0) {
      in.moveTo(in.start());
      return syntaxError(in, type.name());
    }
    if (type.bits() > 64) {
      return wide(in, type, first, negative, checked, out);
    }
    long signed = negative ? -value : value;
    if (checked && !fits(in, type, first, digits, negative, signed)) {
      return in.fail(ErrorCode.CANNOT_PARSE_NUMBER, "Number is out of range of " + type.name());
    }
    out.appendLong(type.wrap(signed));
    return true;
  }

  private static boolean fits(
      TextInput in, IntegerType type, int first, int digits, boolean negative, long value) {
    if (digits < 19) {
      return type.wrap(value) == value;
    }
    BigInteger exact = new BigInteger(in.text(first, first + digits));
    return inRange(negative ? exact.negate() : exact, type);
  }

  private static boolean inRange(BigInteger exact, IntegerType type) {
    return type.signed()
        ? exact.bitLength() < type.bits()
        : exact.signum() >= 0 && exact.bitLength() <= type.bits();
  }

  private static boolean wide(
      TextInput in,
      IntegerType type,
      int first,
      boolean negative,
      boolean checked,
      ColumnBuilder out) {
    BigInteger exact = new BigInteger(in.text(first, in.position()));
    exact = negative ? exact.negate() : exact;
    if (checked && !inRange(exact, type)) {
      return in.fail(ErrorCode.CANNOT_PARSE_NUMBER, "Number is out of range of " + type.name());
    }
    int words = type.bits() / 64;
    long[] lane = new long[words];
    BigLane.toWords(exact, lane, 0, words);
    out.appendWide(lane, 0);
    return true;
  }

  /** The failure of a text that is not, or not wholly, a value of a type. */
  static boolean syntaxError(TextInput in, String type) {
    int parsed = in.position() - in.start();
    String where =
        parsed == 0
            ? "at begin of string"
            : "at position "
                + parsed
                + " (parsed just '"
                + in.text(in.start(), in.position())
                + "')";
    boolean number = type.startsWith("Int") || type.startsWith("UInt") || type.startsWith("Float");
    String note =
        number
            ? ". Note: there are to"
                + type
                + "OrZero and to"
                + type
                + "OrNull functions, which returns zero/NULL instead of throwing exception"
            : "";
    return in.fail(
        ErrorCode.CANNOT_PARSE_TEXT,
        "Cannot parse string '" + in.text() + "' as " + type + ": syntax error " + where + note);
  }

  static boolean readFloat(TextInput in, Type type, ColumnBuilder out) {
    int first = in.position();
    boolean negative = in.peek() == '-';
    if (in.peek() == '-' || in.peek() == '+') {
      in.advance(1);
    }
    double value;
    if (in.skipWord("infinity") || in.skipWord("inf")) {
      value = Double.POSITIVE_INFINITY;
    } else if (in.skipWord("nan")) {
      value = Double.NaN;
    } else {
      int digits = in.position();
      if (!skipDecimal(in)) {
        in.moveTo(first);
        return in.fail(
            ErrorCode.CANNOT_PARSE_NUMBER,
            "Cannot read floating point value here: "
                + in.text(first, in.end())
                + ": Cannot parse "
                + type.name()
                + " from String");
      }
      String text =
          new String(in.data(), digits, in.position() - digits, StandardCharsets.ISO_8859_1);
      value = type.equals(FloatType.FLOAT64) ? Double.parseDouble(text) : Float.parseFloat(text);
      if (type instanceof FloatType.Brain) {
        value = FloatType.Brain.round(value);
      }
    }
    out.appendDouble(negative ? -value : value);
    return true;
  }

  /** Passes digits, a fraction and an exponent; false if there is no digit. */
  private static boolean skipDecimal(TextInput in) {
    int digits = skipDigits(in);
    if (in.peek() == '.') {
      int dot = in.position();
      in.advance(1);
      digits += skipDigits(in);
      if (digits == 0) {
        in.moveTo(dot);
      }
    }
    if (digits == 0) {
      return false;
    }
    skipExponent(in);
    return true;
  }

  private static void skipExponent(TextInput in) {
    if (in.peek() == 'e' || in.peek() == 'E') {
      int mark = in.position();
      in.advance(1);
      if (in.peek() == '+' || in.peek() == '-') {
        in.advance(1);
      }
      if (skipDigits(in) == 0) {
        in.moveTo(mark);
      }
    }
  }

  private static String exponentOf(String text) {
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    return mark < 0 ? "" : text.substring(mark + 1);
  }

  private static boolean isTooFar(String exponent) {
    return !exponent.isEmpty() && new BigInteger(exponent).bitLength() >= Integer.SIZE - 1;
  }

  /** The server passes over every point but the first. */
  private static String withOnePoint(String text) {
    int point = text.indexOf('.') + 1;
    return text.indexOf('.', point) < 0
        ? text
        : text.substring(0, point) + text.substring(point).replace(".", "");
  }

  private static int skipDigits(TextInput in) {
    int from = in.position();
    while (isDigit(in.peek())) {
      in.advance(1);
    }
    return in.position() - from;
  }

  static boolean readDecimal(TextInput in, DecimalType type, ColumnBuilder out) {
    int first = in.position();
    if (in.peek() == '-' || in.peek() == '+') {
      in.advance(1);
    }
    boolean digits = skipDigits(in) > 0;
    while (in.peek() == '.') {
      in.advance(1);
      digits |= skipDigits(in) > 0;
    }
    if (in.position() == first) {
      in.moveTo(in.start());
      return syntaxError(in, type.name());
    }
    skipExponent(in);
    String text = in.text(first, in.position());
    if (isTooFar(exponentOf(text))) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_NUMBER, "Cannot parse exponent while reading decimal: " + text);
    }
    BigDecimal exact = digits ? new BigDecimal(withOnePoint(text)) : BigDecimal.ZERO;
    // Judged by the length first: an exponent may ask for a number of a million digits.
    long whole = (long) exact.precision() - exact.scale();
    int room = type.precision() - type.scale();
    boolean tooLong = exact.signum() == 0 ? whole - 1 > room : whole > room;
    boolean vanishes = whole < -type.scale();
    BigInteger unscaled =
        tooLong || vanishes
            ? BigInteger.ZERO
            : exact.setScale(type.scale(), RoundingMode.DOWN).unscaledValue();
    if (tooLong || unscaled.abs().compareTo(BigInteger.TEN.pow(type.precision())) >= 0) {
      return in.fail(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Decimal value is too big: '"
              + text
              + "'. Expected to read decimal with scale "
              + type.scale()
              + " and precision "
              + type.precision());
    }
    if (type.bits() <= 64) {
      out.appendLong(unscaled.longValue());
    } else {
      long[] lane = new long[type.bits() / 64];
      BigLane.toWords(unscaled, lane, 0, lane.length);
      out.appendWide(lane, 0);
    }
    return true;
  }
}
