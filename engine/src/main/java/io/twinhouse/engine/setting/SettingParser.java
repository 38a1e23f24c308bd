// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.setting;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks values of settings and brings them into the form that the server shows. */
final class SettingParser {

  private static final MapType MAP = new MapType(StringType.INSTANCE, StringType.INSTANCE);

  private SettingParser() {}

  /**
   * The canonical text of a value.
   *
   * @throws TwinhouseException the server's code for a value of that type
   */
  static String parse(SettingCatalog catalog, SettingDefinition definition, String text) {
    String[] choices = catalog.choices(definition.type());
    if (choices != null) {
      return choice(choices, text);
    }
    return switch (definition.type()) {
      case "Bool" -> bool(text);
      case "BoolAuto" -> text.equals("auto") ? text : bool(text);
      case "UInt64" -> unsigned(text).toString();
      case "UInt64Auto" -> text.startsWith("auto") ? "auto" : unsigned(text).toString();
      case "MaxThreads" -> threads(definition, text);
      case "NonZeroUInt64" -> nonZero(text);
      case "Int64", "Int32" -> signed(text);
      case "Float", "Double", "Seconds", "Milliseconds" -> number(text);
      case "FloatAuto" -> text.startsWith("auto") ? "auto" : number(text);
      case "Timezone" -> zone(text);
      case "Char" -> character(text);
      case "Map" -> map(definition, text);
      default -> text;
    };
  }

  private static String choice(String[] choices, String text) {
    List<String> allowed = Arrays.asList(choices[3].split(","));
    for (String part : text.split(",")) {
      if (!allowed.contains(part.strip())) {
        throw TwinhouseException.remote(
            Integer.parseInt(choices[1]),
            choices[2],
            "Unexpected value of "
                + choices[0]
                + ": '"
                + text
                + "'. Must be one of ['"
                + String.join("', '", allowed)
                + "']");
      }
    }
    return text;
  }

  private static String bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true" -> "1";
      case "0", "false" -> "0";
      default ->
          throw new TwinhouseException(
              ErrorCode.CANNOT_PARSE_BOOL, "Cannot parse bool from string '" + text + "'");
    };
  }

  /** Digits with an optional suffix: k, M, G, T by 1000, Ki, Mi, Gi, Ti by 1024. */
  private static BigInteger unsigned(String text) {
    if (text.startsWith("-")) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_NUMBER, "Unsigned type must not contain '-' symbol");
    }
    if (text.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }
    String plain = text.equals("true") ? "1" : text.equals("false") ? "0" : text;
    int digits = digits(plain);
    BigInteger value = digits == 0 ? BigInteger.ZERO : new BigInteger(plain.substring(0, digits));
    BigInteger scale = scale(plain.substring(digits));
    if (scale == null || digits == 0) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected 'eof' before: '" + plain.substring(digits) + "'");
    }
    return value.multiply(scale).mod(BigInteger.ONE.shiftLeft(64));
  }

  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits;
  }

  private static @Nullable BigInteger scale(String suffix) {
    if (suffix.isEmpty()) {
      return BigInteger.ONE;
    }
    int power = "KMGTPE".indexOf(Character.toUpperCase(suffix.charAt(0))) + 1;
    boolean binary = suffix.length() == 2 && suffix.charAt(1) == 'i';
    if (power == 0 || (suffix.length() > 1 && !binary)) {
      return null;
    }
    return BigInteger.valueOf(binary ? 1024 : 1000).pow(power);
  }

  private static String threads(SettingDefinition definition, String text) {
    if (text.startsWith("auto")) {
      return definition.defaultValue();
    }
    BigInteger value = unsigned(text);
    return value.signum() == 0 ? definition.defaultValue() : value.toString();
  }

  private static String nonZero(String text) {
    BigInteger value = unsigned(text);
    if (value.signum() == 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "A setting's value has to be greater than 0");
    }
    return value.toString();
  }

  private static String signed(String text) {
    return text.startsWith("-")
        ? unsigned(text.substring(1)).negate().toString()
        : unsigned(text).toString();
  }

  private static String number(String text) {
    try {
      double value = Double.parseDouble(text);
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : text;
    } catch (NumberFormatException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_NUMBER, "Cannot read floating point value here: " + text);
    }
  }

  private static String zone(String text) {
    try {
      return text.isEmpty() ? text : ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Invalid time zone: " + text);
    }
  }

  /** Texts by text, as {@code {'a': 'b'}}. */
  private static String map(SettingDefinition definition, String text) {
    if (text.equals("{}")) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ValueReader.of(MAP, TextStyle.ESCAPED, ReadOptions.strict(ZoneOffset.UTC))
        .readWhole(bytes, 0, bytes.length, ColumnBuilder.of(MAP));
    if (definition.name().equals(ResponseHeaders.SETTING)) {
      ResponseHeaders.of(text); // refused before a statement runs, and not when it answers
    }
    return text;
  }

  private static String character(String text) {
    if (text.length() > 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "A setting's value string has to be an exactly one character long");
    }
    return text;
  }
}
