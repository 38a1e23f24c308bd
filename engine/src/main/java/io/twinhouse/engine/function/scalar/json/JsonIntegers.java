// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads integers: of numbers, cut to whole ones, of Booleans, and of texts of numbers. */
final class JsonIntegers {

  private final IntegerType type;
  private final JsonTexts integers;
  private final JsonTexts floats;
  private final BigInteger least;
  private final BigInteger largest;

  JsonIntegers(IntegerType type, JsonTexts integers, JsonTexts floats) {
    this.type = type;
    this.integers = integers;
    this.floats = floats;
    BigInteger span = BigInteger.ONE.shiftLeft(type.signed() ? type.bits() - 1 : type.bits());
    least = type.signed() ? span.negate() : BigInteger.ZERO;
    largest = span.subtract(BigInteger.ONE);
  }

  /** A number of any form as the nearest Float64. */
  static double number(byte[] data, int from, int to) {
    return JsonNumbers.toDouble(data, from, to);
  }

  boolean read(byte[] data, int from, int to, ColumnBuilder out) {
    switch (data[from]) {
      case '"' -> {
        return parse(data, from, to, out);
      }
      case 't', 'f' -> {
        return append(BigInteger.valueOf(data[from] == 't' ? 1 : 0), out);
      }
      case '{', '[', 'n' -> {
        return false;
      }
      default -> {
        return JsonNumbers.isFloat(data, from, to)
            ? truncate(JsonNumbers.toDouble(data, from, to), out)
            : integer(data, from, to, out);
      }
    }
  }

  private boolean integer(byte[] data, int from, int to, ColumnBuilder out) {
    long value = JsonNumbers.toLong(data, from, to);
    boolean beyond = data[from] != '-' && value < 0;
    if (!beyond && type.bits() < 64) {
      if (type.wrap(value) != value) {
        return false;
      }
      out.appendLong(value);
      return true;
    }
    return append(BigLane.ofLong(value, beyond), out);
  }

  private boolean truncate(double value, ColumnBuilder out) {
    if (!Double.isFinite(value) || value < least.doubleValue() || value > largest.doubleValue()) {
      return false;
    }
    return append(new BigDecimal(value).toBigInteger(), out);
  }

  private boolean append(BigInteger value, ColumnBuilder out) {
    if (value.compareTo(least) < 0 || value.compareTo(largest) > 0) {
      return false;
    }
    if (type.lane() == Lane.LONG) {
      out.appendLong(value.longValue());
    } else {
      long[] words = new long[type.bits() / 64];
      BigLane.toWords(value, words, 0, words.length);
      out.appendWide(words, 0);
    }
    return true;
  }

  private boolean parse(byte[] data, int from, int to, ColumnBuilder out) {
    if (integers.read(data, from, to, out)) {
      return true;
    }
    ColumnBuilder parsed = ColumnBuilder.of(FloatType.FLOAT64);
    return floats.read(data, from, to, parsed)
        && truncate(((DoubleColumn) parsed.build()).values()[0], out);
  }
}
