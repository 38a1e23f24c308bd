// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Conversions to integers, floats, decimals, Bool and intervals. */
final class NumberConversions {

  private NumberConversions() {}

  static @Nullable Conversion between(Type from, Type to) {
    if (!countsAsNumber(from)) {
      return null;
    }
    refuseOfInterval(from, to);
    if (to instanceof IntegerType integer) {
      return toInteger(from, integer);
    }
    if (to instanceof IntervalType interval) {
      return from instanceof IntervalType given
          ? IntervalConversion.of(given.unit(), interval.unit())
          : toInteger(from, IntegerType.INT64);
    }
    if (to instanceof FloatType floating) {
      return toFloat(from, floating);
    }
    if (to instanceof BoolType) {
      return toBool(from);
    }
    return to instanceof DecimalType decimal ? toDecimal(from, decimal) : null;
  }

  /** Intervals are made of numbers without fractions, and are no decimals. */
  private static void refuseOfInterval(Type from, Type to) {
    boolean made = to instanceof IntervalType;
    @Nullable ErrorCode code = null;
    if (made && from instanceof DecimalType) {
      code = ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT;
    } else if (made && (from instanceof UuidType || from instanceof IpType)) {
      code = ErrorCode.NOT_IMPLEMENTED;
    } else if (made && (from instanceof DateTime64Type || from instanceof Time64Type)
        || from instanceof IntervalType && to instanceof DecimalType) {
      code = ErrorCode.CANNOT_CONVERT_TYPE;
    }
    if (code != null) {
      throw new TwinhouseException(
          code, "Conversion from " + from.name() + " to " + to.name() + " is not supported");
    }
  }

  private static boolean countsAsNumber(Type type) {
    return type instanceof IntegerType
        || type instanceof BoolType
        || type instanceof FloatType
        || type instanceof DecimalType
        || type instanceof EnumType
        || type instanceof IntervalType
        || type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type
        || type instanceof TimeType
        || type instanceof Time64Type
        || type instanceof UuidType
        || type instanceof IpType;
  }

  static int scale(Type type) {
    if (type instanceof DecimalType decimal) {
      return decimal.scale();
    }
    if (type instanceof Time64Type time) {
      return time.precision();
    }
    return type instanceof DateTime64Type time ? time.precision() : 0;
  }

  private static Conversion toInteger(Type from, IntegerType to) {
    if (from instanceof FloatType floating) {
      return source -> floatToInteger((DoubleColumn) source, floating, to);
    }
    if (from instanceof DecimalType || isTicks(from)) {
      BigInteger divisor = BigInteger.TEN.pow(scale(from));
      return source -> {
        BigLane lane = BigLane.of(from, source);
        return bigs(source.size(), to, row -> whole(lane.at(row).divide(divisor), to));
      };
    }
    if (from.lane() == Lane.LONG && to.bits() <= 64) {
      return isWider(from, to) ? Conversion.NONE : source -> wrap((LongColumn) source, to);
    }
    return source -> {
      BigLane lane = BigLane.of(from, source);
      return bigs(source.size(), to, lane::at);
    };
  }

  private static boolean isTicks(Type type) {
    return type instanceof DateTime64Type || type instanceof Time64Type;
  }

  private static BigInteger whole(BigInteger value, IntegerType to) {
    boolean fits =
        to.signed()
            ? value.bitLength() < to.bits()
            : value.signum() >= 0 && value.bitLength() <= to.bits();
    if (!fits) {
      throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Convert overflow");
    }
    return value;
  }

  /** Whether every value of {@code from} has the same lane value in {@code to}. */
  private static boolean isWider(Type from, IntegerType to) {
    if (from instanceof IntegerType integer) {
      return integer.signed() == to.signed()
          ? integer.bits() <= to.bits()
          : !integer.signed() && integer.bits() < to.bits();
    }
    if (from instanceof BoolType) {
      return true;
    }
    if (from instanceof TimeType) {
      return to.signed() && to.bits() >= 32;
    }
    int bits =
        from instanceof DateType date && date.bits() == 16
            ? 16
            : from instanceof DateTimeType || from instanceof IpType ? 32 : 64;
    return bits < to.bits() || (bits == to.bits() && !to.signed() && bits < 64);
  }

  private static Column wrap(LongColumn source, IntegerType to) {
    long[] values = source.values();
    long[] result = new long[source.size()];
    int shift = 64 - to.bits();
    if (to.signed()) {
      for (int row = 0; row < result.length; row++) {
        result[row] = values[row] << shift >> shift;
      }
    } else {
      for (int row = 0; row < result.length; row++) {
        result[row] = values[row] << shift >>> shift;
      }
    }
    return LongColumn.of(result, result.length, null);
  }

  private static Column floatToInteger(DoubleColumn source, FloatType from, IntegerType to) {
    double[] values = source.values();
    int rows = source.size();
    boolean single = from.bits() == 32;
    if (to.bits() > 64) {
      return bigs(
          rows,
          to,
          row -> {
            refuseSpecial(values[row]);
            return WideFloats.whole(values[row], single);
          });
    }
    long[] result = new long[rows];
    for (int row = 0; row < rows; row++) {
      refuseSpecial(values[row]);
      result[row] = to.wrap(truncated(values[row], to));
    }
    return LongColumn.of(result, rows, null);
  }

  private static void refuseSpecial(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE, "Unexpected inf or nan to integer conversion");
    }
  }

  /** What the machine instruction behind a C++ cast answers, out of range too. */
  private static long truncated(double value, IntegerType to) {
    if (to.bits() == 64 && !to.signed()) {
      long low = cut(value);
      long high = cut(value - 0x1p63);
      return low | (high & low >> 63);
    }
    if (to.bits() == 64 || (to.bits() == 32 && !to.signed())) {
      return cut(value);
    }
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    return whole >= -0x1p31 && whole < 0x1p31 ? (long) whole : Integer.MIN_VALUE;
  }

  /** What the machine's instruction makes of a float that a C++ program casts to 64 bits. */
  static long cut(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  private static Conversion toFloat(Type from, FloatType to) {
    return source -> {
      DoubleLane lane = DoubleLane.of(from, source);
      double[] result = new double[source.size()];
      int scale = isTicks(from) ? scale(from) : 0;
      double divisor = Math.pow(10, scale);
      for (int row = 0; row < result.length; row++) {
        double value = scale == 0 ? lane.at(row) : lane.at(row) / divisor;
        result[row] = to.bits() == 32 ? (float) value : value;
      }
      return DoubleColumn.of(result, result.length, null);
    };
  }

  private static Conversion toBool(Type from) {
    if (from instanceof FloatType) {
      return source -> {
        double[] values = ((DoubleColumn) source).values();
        long[] result = new long[source.size()];
        for (int row = 0; row < result.length; row++) {
          result[row] = values[row] != 0 ? 1 : 0;
        }
        return LongColumn.of(result, result.length, null);
      };
    }
    return source -> {
      BigLane lane = BigLane.of(from, source);
      long[] result = new long[source.size()];
      for (int row = 0; row < result.length; row++) {
        result[row] = lane.at(row).signum() != 0 ? 1 : 0;
      }
      return LongColumn.of(result, result.length, null);
    };
  }

  private static Conversion toDecimal(Type from, DecimalType to) {
    if (from instanceof FloatType floating) {
      double factor = new BigDecimal(BigInteger.TEN.pow(to.scale())).doubleValue();
      boolean single = floating.bits() == 32;
      return source -> {
        double[] values = ((DoubleColumn) source).values();
        return bigs(
            source.size(),
            to,
            row ->
                floatToDecimal(
                    single ? (float) values[row] * (float) factor : values[row] * factor,
                    single,
                    to));
      };
    }
    int shift = to.scale() - scale(from);
    return source -> {
      BigLane lane = BigLane.of(from, source);
      return bigs(source.size(), to, row -> fits(rescale(lane.at(row), shift), to));
    };
  }

  private static BigInteger rescale(BigInteger value, int shift) {
    return shift >= 0
        ? value.multiply(BigInteger.TEN.pow(shift))
        : value.divide(BigInteger.TEN.pow(-shift));
  }

  /**
   * @param scaled the value times the power of ten, in the precision of the float's type
   */
  private static BigInteger floatToDecimal(double scaled, boolean single, DecimalType to) {
    if (Double.isNaN(scaled)) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW,
          "Decimal convert overflow. Cannot convert infinity or NaN to decimal");
    }
    if (Math.abs(scaled) >= Math.scalb(1.0, to.bits() - 1)) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW, "Decimal convert overflow. Float is out of Decimal range");
    }
    return WideFloats.whole(scaled, single);
  }

  private static BigInteger fits(BigInteger value, DecimalType to) {
    if (value.bitLength() >= to.bits()) {
      throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Decimal convert overflow");
    }
    return value;
  }

  /** Row by row the value of an integer or decimal column. */
  interface BigRows {
    BigInteger at(int row);
  }

  static Column bigs(int rows, Type type, BigRows values) {
    int bits = type instanceof DecimalType decimal ? decimal.bits() : ((IntegerType) type).bits();
    if (bits <= 64) {
      long[] result = new long[rows];
      for (int row = 0; row < rows; row++) {
        long low = values.at(row).longValue();
        result[row] = type instanceof IntegerType integer ? integer.wrap(low) : low;
      }
      return LongColumn.of(result, rows, null);
    }
    int words = bits / 64;
    long[] result = new long[rows * words];
    for (int row = 0; row < rows; row++) {
      BigLane.toWords(values.at(row), result, row * words, words);
    }
    return WideColumn.of(result, words, rows, null);
  }
}
