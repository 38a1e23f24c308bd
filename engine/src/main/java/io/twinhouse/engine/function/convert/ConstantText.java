// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a constant text means beside another type, in a comparison or at the right of IN. It is read
 * more strictly than by CAST: to its end, a date without a time, a whole number without a plus or a
 * zero before it; and a number beyond the type is no error but a value that nothing equals.
 */
public final class ConstantText {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER_OF_ENUM = Pattern.compile("[+-]?[0-9]{1,9}");
  private static final int LONGEST_DATE = "2026-01-31".length();

  /** Texts of decimals are read this wide before it is seen what the type can keep. */
  private static final int WIDEST_DECIMAL = 76;

  private static final int DECIMAL_LONG_DIGITS = 18;
  private static final int DECIMAL_INT_DIGITS = 9;

  private ConstantText() {}

  /** Whether texts are read for keys of this type; texts and containers are not. */
  public static boolean reads(Type type) {
    Lane lane = type.lane();
    return lane == Lane.LONG || lane == Lane.DOUBLE || lane == Lane.WIDE;
  }

  /**
   * As {@link #read}, for the right of IN, where times are read in their plain form alone.
   *
   * @throws TwinhouseException TYPE_MISMATCH, and what the reading of the type says
   */
  public static @Nullable Column inSet(BytesColumn text, Type type, ZoneId zone) {
    boolean time = type instanceof DateTimeType || type instanceof DateTime64Type;
    return time
        ? strictly(text, type, () -> Conversions.parse(text, type, ReadOptions.strict(zone)))
        : read(text, type, zone);
  }

  /**
   * Reads the only row of {@code text}.
   *
   * @param type not Nullable and no text
   * @return a column of one row, or null if it is no value of the type that a key could equal
   * @throws TwinhouseException TYPE_MISMATCH, and what the reading of the type says
   */
  public static @Nullable Column read(BytesColumn text, Type type, ZoneId zone) {
    String written = text.string(0);
    if (type instanceof EnumType names) {
      Integer number = number(names, written);
      return number == null ? null : LongColumn.of(number);
    }
    if (type instanceof IntegerType integer) {
      return whole(text, integer, type, zone);
    }
    if (type instanceof IntervalType) {
      whole(text, IntegerType.INT64, type, zone);
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "Type mismatch in IN or VALUES section. Expected: " + type.name() + ". Got: Int64");
    }
    if (type.lane() == Lane.DOUBLE) {
      Column value = Conversions.tryParse(text, type, zone);
      if (value == null) {
        throw beginsWithANumber(written, type, zone) ? mismatch(written, type) : noFloat(written);
      }
      return value;
    }
    if (type instanceof DateType && written.length() > LONGEST_DATE) {
      converted(column(written.substring(0, LONGEST_DATE)), type, type, zone); // or no date at all
      throw mismatch(written, type);
    }
    if (type instanceof DecimalType decimal && decimal.precision() <= DECIMAL_LONG_DIGITS) {
      return decimal(text, decimal, zone);
    }
    return converted(text, type, type, zone);
  }

  /** By name, else by number, as texts of enums are read everywhere. */
  private static @Nullable Integer number(EnumType names, String written) {
    Integer named = names.numberOf(written);
    if (named != null || !NUMBER_OF_ENUM.matcher(written).matches()) {
      return named;
    }
    Integer number = Integer.valueOf(written);
    return names.names().containsKey(number) ? number : null;
  }

  /** Up to 64 bits a number is kept in 64, in which it wraps, before it is seen whether it fits. */
  private static @Nullable Column whole(
      BytesColumn text, IntegerType integer, Type type, ZoneId zone) {
    String written = text.string(0);
    if (written.isEmpty() || integer.signed() && written.equals("-")) {
      throw new TwinhouseException(
          ErrorCode.ATTEMPT_TO_READ_AFTER_EOF,
          "Attempt to read after eof: while converting '" + written + "' to " + type.name());
    }
    if (!WHOLE.matcher(written).matches() || !integer.signed() && written.startsWith("-")) {
      throw mismatch(written, type);
    }
    if (integer.bits() > Long.SIZE) {
      return Conversions.tryParse(text, integer, zone);
    }
    long wrapped = new BigInteger(written).longValue();
    int unused = Long.SIZE - integer.bits();
    long kept = integer.signed() ? wrapped << unused >> unused : wrapped << unused >>> unused;
    return kept == wrapped ? LongColumn.of(kept) : null;
  }

  private static boolean beginsWithANumber(String written, Type type, ZoneId zone) {
    for (int end = written.length() - 1; end > 0; end--) {
      if (Conversions.tryParse(column(written.substring(0, end)), type, zone) != null) {
        return true;
      }
    }
    return false;
  }

  private static BytesColumn column(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return BytesColumn.of(bytes, new int[] {0, bytes.length}, 1, null);
  }

  /** A narrow decimal keeps what its integer can, even beyond its digits. */
  private static Column decimal(BytesColumn text, DecimalType type, ZoneId zone) {
    DecimalType wide = new DecimalType(WIDEST_DECIMAL, type.scale());
    Column value = converted(text, wide, type, zone);
    BigInteger scaled =
        new BigDecimal(String.valueOf(JavaValues.get(wide, value, 0)))
            .setScale(type.scale())
            .unscaledValue();
    int bits = type.precision() <= DECIMAL_INT_DIGITS ? Integer.SIZE : Long.SIZE;
    if (scaled.bitLength() >= bits) {
      BigInteger bound = BigInteger.ONE.shiftLeft(bits - 1);
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW,
          "Decimal convert overflow: "
              + scaled
              + " is not in range (-"
              + bound
              + ", "
              + bound.subtract(BigInteger.ONE)
              + ")");
    }
    return LongColumn.of(scaled.longValue());
  }

  /** As CAST reads it. */
  private static Column converted(BytesColumn text, Type read, Type type, ZoneId zone) {
    return strictly(
        text, type, () -> Conversions.of(StringType.INSTANCE, read, zone).convert(text));
  }

  /** What CAST calls a syntax error behind the value is a mismatch here. */
  private static Column strictly(BytesColumn text, Type type, Supplier<Column> reading) {
    String written = text.string(0);
    try {
      return reading.get();
    } catch (TwinhouseException unreadable) {
      if (!unreadable.is(ErrorCode.CANNOT_PARSE_TEXT)) {
        throw unreadable;
      }
      if (type instanceof BoolType) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_BOOL,
            "Cannot parse boolean value here: '"
                + written
                + "', should be 'true' or 'false' controlled by setting bool_true_representation"
                + " and bool_false_representation or one of True/False/T/F/Y/N/Yes/No/On/Off/"
                + "Enable/Disable/Enabled/Disabled/1/0");
      }
      if (type instanceof DecimalType && written.isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.ATTEMPT_TO_READ_AFTER_EOF,
            "Attempt to read after eof: while converting '' to " + type.name());
      }
      throw mismatch(written, type);
    }
  }

  private static TwinhouseException noFloat(String written) {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_NUMBER, "Cannot read floating point value here: " + written);
  }

  private static TwinhouseException mismatch(String written, Type type) {
    return new TwinhouseException(
        ErrorCode.TYPE_MISMATCH, "Cannot convert string '" + written + "' to type " + type.name());
  }
}
