// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Converts JSON's numbers, strings and truth values to a type that is no container. One thread. */
final class DeclaredScalars {

  /** Longer texts have a time, which a Date refuses here. */
  private static final int LONGEST_DATE = 10;

  private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final Type type;
  private final ValueReader texts;
  private final ColumnBuilder parsed;
  private final ValueWriter doubles =
      ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC);
  private final JsonNumber number = new JsonNumber();
  private final TextOutput text = new TextOutput();

  DeclaredScalars(Type type) {
    this.type = type;
    texts = ValueReader.of(type, TextStyle.RAW, new ReadOptions(ZoneOffset.UTC, true, true));
    parsed = ColumnBuilder.of(type);
  }

  /** As {@link DeclaredReader#read}. */
  void read(TextInput in, ColumnBuilder out) {
    boolean textual = type instanceof StringType || type instanceof FixedStringType;
    int first = in.peek();
    if (first == '"') {
      JsonText.readString(in, text);
      ofText(out);
    } else if (textual) {
      int from = in.position();
      JsonText.skipValue(in, 0);
      text.reset();
      JsonCompact.write(in.data(), from, in.position(), text);
      ofText(out);
    } else if (first == '{' || first == '[') {
      throw refused(in);
    } else if (first == 't' || first == 'f') {
      ofBool(first == 't', in, out);
    } else {
      ofNumber(in, out);
    }
  }

  private TwinhouseException refused(TextInput in) {
    return DeclaredReaders.refused(type.name(), in);
  }

  private void ofBool(boolean value, TextInput in, ColumnBuilder out) {
    if (type instanceof FloatType) {
      out.appendDouble(value ? 1 : 0);
    } else if (type instanceof IntegerType) {
      append(value ? BigInteger.ONE : BigInteger.ZERO, out);
    } else if (type instanceof BoolType) {
      out.appendLong(value ? 1 : 0);
    } else {
      throw refused(in);
    }
    JsonText.skipValue(in, 0);
  }

  private void ofText(ColumnBuilder out) {
    if (type instanceof StringType) {
      out.appendBytes(text.data(), 0, text.length());
    } else if (type instanceof FixedStringType fixed) {
      if (text.length() > fixed.length()) {
        throw unparsed();
      }
      while (text.length() < fixed.length()) {
        text.put(0);
      }
      out.appendBytes(text.data(), 0, text.length());
    } else if (type instanceof EnumType names) {
      Integer found = names.numberOf(text.toString());
      if (found == null) {
        throw unparsed();
      }
      out.appendLong(found);
    } else {
      Column value = type instanceof BoolType ? null : parse();
      if (value == null) {
        throw unparsed();
      }
      out.append(value, 0);
    }
  }

  private TwinhouseException unparsed() {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "cannot parse " + type.name() + " value here: " + text);
  }

  private @Nullable Column parse() {
    boolean tooLong = type instanceof DateType && text.length() > LONGEST_DATE;
    if (tooLong || text.length() == 0) {
      return null;
    }
    parsed.build(); // what a failure has left there
    if (texts.tryReadWhole(text.data(), 0, text.length(), parsed)) {
      Column value = parsed.build();
      if (value instanceof DoubleColumn real) {
        requireFinite(real.values()[0]);
      }
      return value;
    }
    return type instanceof IntegerType ? parseReal() : null;
  }

  private void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The value " + text + " at a JSON path of type " + type.name() + " is not supported");
    }
  }

  /** A whole number written with a fraction or exponent. */
  private @Nullable Column parseReal() {
    ValueReader reals =
        ValueReader.of(
            FloatType.FLOAT64, TextStyle.RAW, new ReadOptions(ZoneOffset.UTC, true, true));
    ColumnBuilder real = ColumnBuilder.of(FloatType.FLOAT64);
    if (!reals.tryReadWhole(text.data(), 0, text.length(), real)) {
      return null;
    }
    parsed.build();
    truncate(((DoubleColumn) real.build()).values()[0], parsed);
    return parsed.build();
  }

  private void ofNumber(TextInput in, ColumnBuilder out) {
    int from = in.position();
    number.read(in);
    boolean read =
        type instanceof FloatType || type instanceof BoolType
            ? appendReal(real(), out)
            : type instanceof IntegerType ? appendWhole(out) : appendOther(out);
    if (!read) {
      throw refused(in.over(in.data(), from, in.end()));
    }
  }

  private boolean isReal() {
    return number.kind() == JsonKind.FLOAT;
  }

  private double real() {
    return isReal() ? number.real() : whole().doubleValue();
  }

  private boolean appendReal(double value, ColumnBuilder out) {
    if (type instanceof FloatType floating) {
      double fitted = floating.bits() == 32 ? (float) value : value;
      requireFinite(fitted);
      out.appendDouble(fitted);
      return true;
    }
    boolean fits = value >= 0 && value <= 255; // a number counts as the UInt8 that it is cut to
    if (fits) {
      out.appendLong(value < 1 ? 0 : 1);
    }
    return fits;
  }

  private boolean appendWhole(ColumnBuilder out) {
    if (isReal()) {
      truncate(number.real(), out);
    } else {
      append(whole(), out);
    }
    return true;
  }

  private boolean appendOther(ColumnBuilder out) {
    if (type instanceof DecimalType decimal) {
      appendDecimal(decimal.scale(), decimal.bits(), out);
    } else if (type instanceof DateTime64Type time) {
      return appendTicks(time.precision(), out);
    } else if (type instanceof Time64Type time) {
      return appendTicks(time.precision(), out);
    } else if (type instanceof TimeType && number.kind() == JsonKind.INT) {
      out.appendLong((int) number.whole());
    } else if (type instanceof DateTimeType && !isReal() && whole().signum() >= 0) {
      out.appendLong(number.whole() & 0xFFFF_FFFFL);
    } else if (type instanceof EnumType names && isNamed(names)) {
      out.appendLong(number.whole());
    } else {
      return false;
    }
    return true;
  }

  /** Seconds with a fraction, or a whole number of ticks. */
  private boolean appendTicks(int precision, ColumnBuilder out) {
    if (isReal()) {
      appendDecimal(precision, Long.SIZE, out);
    } else if (number.kind() == JsonKind.INT) {
      out.appendLong(number.whole());
    } else {
      return false;
    }
    return true;
  }

  private boolean isNamed(EnumType names) {
    long value = number.whole();
    return number.kind() == JsonKind.INT
        && value == (int) value
        && names.names().containsKey((int) value);
  }

  private BigInteger whole() {
    BigInteger value = BigInteger.valueOf(number.whole());
    return number.kind() == JsonKind.UNSIGNED && value.signum() < 0 ? value.add(UNSIGNED) : value;
  }

  /** A Float64 counts as what it prints. */
  private void appendDecimal(int scale, int bits, ColumnBuilder out) {
    BigDecimal value;
    if (number.kind() == JsonKind.FLOAT) {
      text.reset();
      doubles.write(DoubleColumn.of(number.real()), 0, text);
      value = new BigDecimal(text.toString());
    } else {
      value = new BigDecimal(whole());
    }
    BigInteger unscaled = value.setScale(scale, RoundingMode.DOWN).unscaledValue();
    if (unscaled.bitLength() >= bits) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "cannot convert " + value + " to " + type.name());
    }
    appendWords(unscaled, bits, out);
  }

  private void truncate(double value, ColumnBuilder out) {
    if (!Double.isFinite(value)) {
      throw beyond(String.valueOf(value));
    }
    append(new BigDecimal(value).toBigInteger(), out);
  }

  private TwinhouseException beyond(String value) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "cannot convert value " + value + " to " + type.name());
  }

  private void append(BigInteger value, ColumnBuilder out) {
    IntegerType integer = (IntegerType) type;
    boolean fits =
        integer.signed()
            ? value.bitLength() < integer.bits()
            : value.signum() >= 0 && value.bitLength() <= integer.bits();
    if (!fits) {
      throw beyond(value.toString());
    }
    appendWords(value, integer.bits(), out);
  }

  private void appendWords(BigInteger value, int bits, ColumnBuilder out) {
    if (type.lane() == Lane.LONG) {
      out.appendLong(value.longValue());
      return;
    }
    long[] words = new long[bits / Long.SIZE];
    for (int i = 0; i < words.length; i++) {
      words[i] = value.shiftRight(i * Long.SIZE).longValue();
    }
    out.appendWide(words, 0);
  }
}
