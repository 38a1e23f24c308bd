// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conversions of times of no day: to them, and from them to dates and moments. */
final class ClockConversions {

  private static final long DAY = 86_400;
  private static final long LAST = TimeType.LAST_SECOND;

  private ClockConversions() {}

  static boolean isClock(Type type) {
    return type instanceof TimeType || type instanceof Time64Type;
  }

  static @Nullable Conversion between(Type from, Type to, ZoneId zone) {
    if (to instanceof TimeType) {
      return toTime(from, zone);
    }
    if (to instanceof Time64Type time) {
      return toTime64(from, time, zone);
    }
    return isClock(from) ? toMoment(from, to) : null;
  }

  /** Seconds since 1970; a day is always the first. */
  private static @Nullable Conversion toMoment(Type from, Type to) {
    if (to instanceof DateType) {
      return each(value -> 0);
    }
    if (to instanceof DateTimeType) {
      if (from instanceof Time64Type) {
        return ClockConversions::unsupported;
      }
      return each(IntegerType.UINT32::wrap);
    }
    if (!(to instanceof DateTime64Type time)) {
      return null;
    }
    return from instanceof Time64Type ticks
        ? rescaled(ticks.ticksPerSecond(), time.ticksPerSecond())
        : rescaled(1, time.ticksPerSecond());
  }

  private static @Nullable Conversion toTime(Type from, ZoneId zone) {
    if (from instanceof DateTimeType time) {
      return ofMoment(zoneOf(time.zone(), zone), 1, 1);
    }
    if (from instanceof DateTime64Type time) {
      return ofMoment(zoneOf(time.zone(), zone), time.ticksPerSecond(), 1);
    }
    if (from instanceof DateType) {
      return each(value -> 0);
    }
    if (from instanceof Time64Type) {
      return ClockConversions::unsupported;
    }
    if (from instanceof DecimalType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN, "Illegal column Decimal of first argument of function toTime");
    }
    if (from instanceof FloatType) {
      return source -> secondsOf((DoubleColumn) source);
    }
    if (from instanceof IntegerType integer && integer.bits() > Long.SIZE) {
      return source -> cut(from, source);
    }
    // A UInt32 is the Int32 of its bits, as a UInt64 is that no Int64 holds.
    boolean narrow = from instanceof IntegerType integer && integer.bits() == 32;
    boolean wide = from.equals(IntegerType.UINT64);
    boolean whole = isWhole(from) || from instanceof EnumType || from instanceof IntervalType;
    return whole ? each(value -> clamp(narrow || (wide && value < 0) ? (int) value : value)) : null;
  }

  private static @Nullable Conversion toTime64(Type from, Time64Type to, ZoneId zone) {
    long ticks = to.ticksPerSecond();
    if (from instanceof DateTimeType time) {
      return ofMoment(zoneOf(time.zone(), zone), 1, ticks);
    }
    if (from instanceof DateTime64Type time) {
      return ofTicks(time, time.clock(zone), ticks);
    }
    if (from instanceof DateType) {
      return each(value -> 0);
    }
    if (from instanceof TimeType) {
      return rescaled(1, ticks);
    }
    if (from instanceof Time64Type time) {
      return rescaled(time.ticksPerSecond(), ticks);
    }
    if (from instanceof DecimalType decimal && decimal.lane() == Lane.LONG) {
      return rescaled((long) Math.pow(10, decimal.scale()), ticks);
    }
    if (from instanceof FloatType floating) {
      return source -> ticksOf((DoubleColumn) source, floating.bits() == 32, ticks);
    }
    if (from instanceof EnumType || from instanceof IntervalType) {
      return ClockConversions::unsupported;
    }
    boolean unsigned = from.equals(IntegerType.UINT64);
    return isWhole(from)
        ? each(value -> clamp(unsigned && value < 0 ? LAST : value) * ticks)
        : null;
  }

  /** Fails at the first value. */
  private static Column unsupported(Column values) {
    if (values.size() == 0) {
      return LongColumn.of(new long[0], 0, null);
    }
    throw new TwinhouseException(
        ErrorCode.CANNOT_CONVERT_TYPE, "Unsupported data type in conversion function");
  }

  /** The server looks no further than at the name here. */
  private static ZoneId zoneOf(@Nullable String name, ZoneId session) {
    return name == null ? session : ZoneId.of(name);
  }

  /** The time of the day on the local clock. */
  private static Conversion ofMoment(ZoneId zone, long given, long wanted) {
    return source -> {
      ZoneClock clock = new ZoneClock(zone);
      return each(value -> {
            long second = Math.floorDiv(value, given);
            return Math.floorMod(clock.toLocal(second), DAY) * wanted;
          })
          .convert(source);
    };
  }

  /** As {@link #ofMoment}, with the fraction; before 1970 the server mixes up the two. */
  private static Conversion ofTicks(DateTime64Type from, ZoneId zone, long wanted) {
    long given = from.ticksPerSecond();
    return source -> {
      ZoneClock clock = new ZoneClock(zone);
      return each(value -> {
            if (value < 0) {
              throw new TwinhouseException(
                  ErrorCode.NOT_IMPLEMENTED,
                  "Time64 of a DateTime64 before 1970 is not supported; convert it to Time");
            }
            long ofDay = Math.floorMod(clock.toLocal(value / given), DAY);
            return ofDay * wanted + rescale(value % given, given, wanted);
          })
          .convert(source);
    };
  }

  private static long clamp(long seconds) {
    return Math.max(-LAST, Math.min(LAST, seconds));
  }

  /** Of wider integers the lowest 32 bits are a number of seconds, as to the server. */
  private static Column cut(Type from, Column source) {
    BigLane lane = BigLane.of(from, source);
    long[] result = new long[source.size()];
    for (int row = 0; row < result.length; row++) {
      result[row] = clamp(lane.at(row).intValue());
    }
    return LongColumn.of(result, result.length, null);
  }

  /** What no number of 64 bits holds is nothing above zero, and the least below. */
  private static Column secondsOf(DoubleColumn source) {
    double[] values = source.values();
    long[] result = new long[source.size()];
    for (int row = 0; row < result.length; row++) {
      double value = values[row];
      boolean least = Double.isNaN(value) || value < -LAST;
      result[row] = least ? -LAST : value >= 0x1p63 ? 0 : Math.min(LAST, (long) value);
    }
    return LongColumn.of(result, result.length, null);
  }

  private static Column ticksOf(DoubleColumn source, boolean single, long ticks) {
    double[] values = source.values();
    long[] result = new long[source.size()];
    for (int row = 0; row < result.length; row++) {
      if (Double.isNaN(values[row])) {
        throw new TwinhouseException(
            ErrorCode.DECIMAL_OVERFLOW,
            "Time64 convert overflow. Cannot convert infinity or NaN to decimal");
      }
      double cut = Math.max(-LAST, Math.min(LAST, values[row]));
      result[row] = single ? (long) ((float) cut * (float) ticks) : (long) (cut * ticks);
    }
    return LongColumn.of(result, result.length, null);
  }

  private static Conversion rescaled(long from, long to) {
    return from == to ? Conversion.NONE : each(value -> rescale(value, from, to));
  }

  private static long rescale(long value, long from, long to) {
    if (to < from) {
      return value / (from / to);
    }
    long factor = to / from;
    if (Math.multiplyHigh(value, factor) != value * factor >> 63) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW,
          "Time64 convert overflow while multiplying " + value + " by scale " + factor);
    }
    return value * factor;
  }

  private static boolean isWhole(Type type) {
    return type.lane() == Lane.LONG && (type instanceof IntegerType || type instanceof BoolType);
  }

  private static Conversion each(LongUnaryOperator operator) {
    return source -> {
      long[] values = ((LongColumn) source).values();
      long[] result = new long[source.size()];
      for (int row = 0; row < result.length; row++) {
        result[row] = operator.applyAsLong(values[row]);
      }
      return LongColumn.of(result, result.length, null);
    };
  }
}
