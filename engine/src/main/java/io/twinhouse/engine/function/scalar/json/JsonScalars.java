// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Elements of a document as values of types that are no containers. */
final class JsonScalars {

  private JsonScalars() {}

  /**
   * @param fromBool whether true and false count as 1 and 0
   */
  static JsonValue integer(IntegerType type, boolean fromBool) {
    return (in, out) -> {
      BigInteger value = wholeNumber(in, fromBool);
      if (value == null || !fits(value, type)) {
        return false;
      }
      if (type.bits() <= 64) {
        out.appendLong(value.longValue());
      } else {
        long[] words = new long[type.bits() / 64];
        BigLane.toWords(value, words, 0, words.length);
        out.appendWide(words, 0);
      }
      return true;
    };
  }

  private static boolean fits(BigInteger value, IntegerType type) {
    return type.signed()
        ? value.bitLength() < type.bits()
        : value.signum() >= 0 && value.bitLength() <= type.bits();
  }

  private static @Nullable BigInteger wholeNumber(TextInput in, boolean fromBool) {
    if (in.peek() == 't' || in.peek() == 'f') {
      boolean truth = in.peek() == 't';
      JsonDocument.skip(in);
      return fromBool ? (truth ? BigInteger.ONE : BigInteger.ZERO) : null;
    }
    JsonNumber number = JsonNumber.read(in);
    return number == null ? null : number.toInteger();
  }

  static JsonValue floating(FloatType type, boolean fromBool) {
    return (in, out) -> {
      if (fromBool && (in.peek() == 't' || in.peek() == 'f')) {
        out.appendDouble(in.peek() == 't' ? 1 : 0);
        JsonDocument.skip(in);
        return true;
      }
      JsonNumber number = JsonNumber.read(in);
      if (number == null) {
        return false;
      }
      double value = number.toDouble();
      out.appendDouble(type.bits() == 32 ? (float) value : value);
      return true;
    };
  }

  /**
   * @param fromFloat whether a number with a fraction counts as true
   */
  static JsonValue bool(boolean fromFloat) {
    return (in, out) -> {
      int first = in.peek();
      if (first == '"') {
        JsonDocument.skip(in);
        return false;
      }
      if (first == 't' || first == 'f') {
        JsonDocument.skip(in);
        out.appendLong(first == 't' ? 1 : 0);
        return true;
      }
      JsonNumber number = JsonNumber.read(in);
      if (number == null || (number.whole() == null && !fromFloat)) {
        return false;
      }
      out.appendLong(number.toDouble() != 0 ? 1 : 0);
      return true;
    };
  }

  /** Text as it is, NULL as no value, anything else as it prints. */
  static JsonValue text() {
    TextOutput text = new TextOutput();
    return (in, out) -> {
      if (in.peek() == 'n') {
        JsonDocument.skip(in);
        return false;
      }
      text.reset();
      if (in.peek() == '"') {
        JsonText.readString(in, text);
      } else {
        JsonDocument.print(in, text);
      }
      out.appendBytes(text.data(), 0, text.length());
      return true;
    };
  }

  /** The element as it prints, NULL included. */
  static JsonValue raw() {
    TextOutput text = new TextOutput();
    return (in, out) -> {
      text.reset();
      JsonDocument.print(in, text);
      out.appendBytes(text.data(), 0, text.length());
      return true;
    };
  }

  static JsonValue fixedText(FixedStringType type) {
    TextOutput text = new TextOutput();
    return (in, out) -> {
      if (in.peek() == 'n') {
        JsonDocument.skip(in);
        return false;
      }
      text.reset();
      if (in.peek() == '"') {
        JsonText.readString(in, text);
      } else {
        JsonDocument.print(in, text);
      }
      if (text.length() > type.length()) {
        return false;
      }
      while (text.length() < type.length()) {
        text.put(0);
      }
      out.appendBytes(text.data(), 0, type.length());
      return true;
    };
  }

  static JsonValue enumeration(EnumType type) {
    TextOutput text = new TextOutput();
    return (in, out) -> {
      Integer number = null;
      if (in.peek() == '"') {
        JsonText.readString(in, text);
        number = type.numberOf(text.toString());
      } else {
        BigInteger value = wholeNumber(in, false);
        if (value != null && value.bitLength() < 31 && type.names().containsKey(value.intValue())) {
          number = value.intValue();
        }
      }
      if (number == null) {
        return false;
      }
      out.appendLong(number);
      return true;
    };
  }

  /** Types that are written as text: dates, times, UUIDs, addresses, decimals. */
  static JsonValue written(Type type, ZoneId zone) {
    TextOutput text = new TextOutput();
    ValueReader reader = ValueReader.of(type, TextStyle.RAW, ReadOptions.lenient(zone));
    return (in, out) -> {
      if (in.peek() != '"') {
        return number(in, type, zone, out);
      }
      JsonText.readString(in, text);
      ColumnBuilder one = ColumnBuilder.of(type);
      if (!reader.tryReadWhole(text.data(), 0, text.length(), one)) {
        return false;
      }
      out.append(one.build(), 0);
      return true;
    };
  }

  private static boolean number(TextInput in, Type type, ZoneId zone, ColumnBuilder out) {
    JsonNumber number = JsonNumber.read(in);
    if (number == null) {
      return false;
    }
    BigInteger whole = number.whole();
    if (whole != null && isPlain(whole, type)) {
      out.appendLong(whole.longValue());
      return true;
    }
    if (!(type instanceof DecimalType) && !(type instanceof DateTime64Type)) {
      return false;
    }
    out.append(
        whole != null && fits(whole, IntegerType.INT64)
            ? Conversions.of(IntegerType.INT64, type, zone)
                .convert(LongColumn.of(whole.longValue()))
            : Conversions.of(FloatType.FLOAT64, type, zone)
                .convert(DoubleColumn.of(number.toDouble())),
        0);
    return true;
  }

  /** Whether a number is what a time travels as: seconds of a DateTime, ticks of a DateTime64. */
  private static boolean isPlain(BigInteger number, Type type) {
    return (type instanceof DateTimeType && fits(number, IntegerType.UINT32))
        || (type instanceof DateTime64Type && fits(number, IntegerType.INT64));
  }
}
