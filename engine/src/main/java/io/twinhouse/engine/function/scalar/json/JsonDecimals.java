// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Lane;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.ZoneOffset;

/** Reads JSON numbers as decimals and as times. */
final class JsonDecimals {

  private final ValueWriter doubles =
      ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC);

  private final DecimalType type;
  private final BigInteger factor;

  JsonDecimals(DecimalType type) {
    this.type = type;
    this.factor = BigInteger.TEN.pow(type.scale());
  }

  private static boolean isNumber(byte first) {
    return first == '-' || (first >= '0' && first <= '9');
  }

  boolean read(byte[] data, int from, int to, ColumnBuilder out) {
    if (!isNumber(data[from])) {
      return false;
    }
    append(unscaled(data, from, to), out);
    return true;
  }

  private BigInteger unscaled(byte[] data, int from, int to) {
    if (JsonNumbers.isFloat(data, from, to)) {
      // A Float64 counts as what it prints.
      TextOutput text = new TextOutput();
      doubles.write(DoubleColumn.of(JsonNumbers.toDouble(data, from, to)), 0, text);
      return new BigDecimal(text.toString())
          .setScale(type.scale(), RoundingMode.DOWN)
          .unscaledValue();
    }
    long bits = JsonNumbers.toLong(data, from, to);
    return BigLane.ofLong(bits, data[from] != '-').multiply(factor);
  }

  private void append(BigInteger value, ColumnBuilder out) {
    if (value.bitLength() >= type.bits()) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW,
          "Decimal convert overflow: " + value + " is not in range of " + type.name());
    }
    if (type.lane() == Lane.LONG) {
      out.appendLong(value.longValue());
    } else {
      long[] words = new long[type.bits() / 64];
      BigLane.toWords(value, words, 0, words.length);
      out.appendWide(words, 0);
    }
  }

  /** DateTime: a whole number of seconds from 0 on. */
  static boolean seconds(byte[] data, int from, int to, ColumnBuilder out) {
    boolean whole = data[from] >= '0' && data[from] <= '9' && !JsonNumbers.isFloat(data, from, to);
    if (whole) {
      out.appendLong(JsonNumbers.toLong(data, from, to) & 0xFFFF_FFFFL);
    }
    return whole;
  }

  /** Time: a whole number of seconds. */
  static boolean signedSeconds(byte[] data, int from, int to, ColumnBuilder out) {
    boolean whole = isNumber(data[from]) && !JsonNumbers.isFloat(data, from, to);
    if (whole) {
      out.appendLong((int) JsonNumbers.toLong(data, from, to));
    }
    return whole;
  }

  /** DateTime64 and Time64: a whole number of ticks, or seconds with a fraction. */
  static JsonReader ticks(int precision) {
    JsonDecimals seconds = new JsonDecimals(new DecimalType(18, precision));
    return (data, from, to, out) -> {
      if (!isNumber(data[from])) {
        return false;
      }
      if (JsonNumbers.isFloat(data, from, to)) {
        return seconds.read(data, from, to, out);
      }
      out.appendLong(JsonNumbers.toLong(data, from, to));
      return true;
    };
  }
}
