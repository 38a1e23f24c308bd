// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Conversions to dates and times. */
final class TimeConversions {

  private static final long DAY = 86_400;
  private static final long LAST_DATE = 65_535;
  private static final long LAST_SECOND = 0xFFFF_FFFFL;
  private static final long FIRST_DATE32 = CivilDate.toDays(1900, 1, 1);
  private static final long LAST_DATE32 = CivilDate.toDays(2299, 12, 31);

  private TimeConversions() {}

  static @Nullable Conversion between(Type from, Type to, ZoneId zone) {
    if (to instanceof DateType date) {
      return toDate(from, date, zone);
    }
    if (to instanceof DateTimeType time) {
      return toDateTime(from, time.clock(zone));
    }
    return to instanceof DateTime64Type time ? toDateTime64(from, time, time.clock(zone)) : null;
  }

  private static @Nullable Conversion toDate(Type from, DateType to, ZoneId session) {
    IntegerType wrapped = to.bits() == 16 ? IntegerType.UINT16 : IntegerType.INT32;
    if (from instanceof DateType) {
      return each(() -> value -> wrapped.wrap(CivilDate.clampDay(value)));
    }
    if (from instanceof DateTimeType time) {
      return each(
          () -> {
            ZoneClock clock = new ZoneClock(time.clock(session));
            // A Date begins at 1970 in whatever zone.
            long first = to.bits() == 16 ? 0 : Long.MIN_VALUE;
            return value -> wrapped.wrap(Math.max(first, Math.floorDiv(clock.toLocal(value), DAY)));
          });
    }
    if (from instanceof DateTime64Type time) {
      return each(() -> days(new ZoneClock(time.clock(session)), time.ticksPerSecond(), wrapped));
    }
    if (from instanceof FloatType) {
      return source -> fromFloat(source, value -> dayOfFloat(value, to, session));
    }
    if (from instanceof EnumType && to.bits() == 16) {
      return each(() -> IntegerType.UINT16::wrap);
    }
    if (from.equals(IntegerType.UINT64)) {
      return each(() -> value -> dayOfUnsigned(value, to, session));
    }
    return isWhole(from) ? each(() -> value -> dayOfNumber(value, to, session)) : null;
  }

  /** What is beyond 2^63 is seconds before the year 0 once the server has cast it. */
  private static long dayOfUnsigned(long value, DateType to, ZoneId zone) {
    if (value >= 0) {
      return dayOfNumber(value, to, zone);
    }
    long day = dayOfSecond(value, zone);
    return to.bits() == 16 ? IntegerType.UINT16.wrap(day) : day;
  }

  private static long dayOfFloat(double value, DateType to, ZoneId zone) {
    if (Double.isNaN(value)) {
      return to.bits() == 16 ? 0 : FIRST_DATE32;
    }
    long whole = NumberConversions.cut(value);
    if (to.bits() == 32) {
      return value < 0x1p63 ? dayOfNumber(whole, to, zone) : LAST_DATE32;
    }
    if (value < 0) {
      return 0;
    }
    if (value <= LAST_DATE) {
      return whole;
    }
    return IntegerType.UINT16.wrap(dayOfSecond(Math.min(whole, LAST_SECOND), zone));
  }

  private static long dayOfSecond(long second, ZoneId zone) {
    long local = new ZoneClock(zone).toLocal(CivilDate.clampSecond(second));
    return CivilDate.clampDay(Math.floorDiv(local, DAY));
  }

  private static LongUnaryOperator days(ZoneClock clock, long ticksPerSecond, IntegerType type) {
    boolean cuts = type.bits() == 16;
    return value -> {
      long second = cuts ? value / ticksPerSecond : Math.floorDiv(value, ticksPerSecond);
      return type.wrap(CivilDate.clampDay(Math.floorDiv(clock.toLocal(second), DAY)));
    };
  }

  /** A number up to the last day is a day, a larger one is seconds since 1970. */
  private static long dayOfNumber(long value, DateType to, ZoneId zone) {
    if (to.bits() == 32) {
      if (value <= LAST_DATE32) {
        return Math.max(value, FIRST_DATE32);
      }
      return Math.min(LAST_DATE32, Math.floorDiv(new ZoneClock(zone).toLocal(value), DAY));
    }
    if (value < 0) {
      return 0;
    }
    if (value <= LAST_DATE) {
      return value;
    }
    return Math.floorDiv(new ZoneClock(zone).toLocal(Math.min(value, LAST_SECOND)), DAY);
  }

  /** The instants at which days begin. */
  private static LongUnaryOperator midnight(DateType days, ZoneId zone) {
    ZoneClock clock = new ZoneClock(zone);
    return days.bits() == 16 ? clock::startOfDay : clock::midnight;
  }

  private static @Nullable Conversion toDateTime(Type from, ZoneId zone) {
    IntegerType wrapped = IntegerType.UINT32;
    if (from instanceof DateTimeType) {
      return Conversion.NONE;
    }
    if (from instanceof DateType date) {
      return each(
          () -> {
            LongUnaryOperator midnight = midnight(date, zone);
            return value -> wrapped.wrap(midnight.applyAsLong(CivilDate.clampDay(value)));
          });
    }
    if (from instanceof DateTime64Type time) {
      return each(() -> value -> wrapped.wrap(Math.floorDiv(value, time.ticksPerSecond())));
    }
    if (from instanceof FloatType) {
      return source -> fromFloat(source, value -> clamp(NumberConversions.cut(value)));
    }
    if (from instanceof EnumType) {
      return each(() -> wrapped::wrap);
    }
    if (from.equals(IntegerType.UINT64)) {
      return each(() -> value -> value < 0 ? wrapped.wrap(value) : clamp(value));
    }
    return isWhole(from) ? each(() -> TimeConversions::clamp) : null;
  }

  /** Midnight of a Date that is cut to the days which are wholly within a DateTime. */
  static Conversion saturated(DateTimeType to, ZoneId session) {
    ZoneId zone = to.clock(session);
    return each(
        () -> {
          ZoneClock clock = new ZoneClock(zone);
          return value -> {
            long day = Math.min(value, LAST_SECOND / DAY - 1);
            long second = clock.toInstant(day * DAY);
            return second < 0 ? clock.toInstant((day + 1) * DAY) : second;
          };
        });
  }

  private static long clamp(long value) {
    return Math.max(0, Math.min(value, LAST_SECOND));
  }

  private static @Nullable Conversion toDateTime64(Type from, DateTime64Type to, ZoneId zone) {
    long ticks = to.ticksPerSecond();
    if (from instanceof DateTime64Type time) {
      return each(() -> value -> rescale(value, time.ticksPerSecond(), ticks));
    }
    if (from instanceof DateTimeType) {
      return each(() -> value -> Math.min(value, Long.MAX_VALUE / ticks) * ticks);
    }
    if (from instanceof DateType date) {
      return each(
          () -> {
            LongUnaryOperator midnight = midnight(date, zone);
            long last = Long.MAX_VALUE / ticks;
            return value -> Math.min(last, midnight.applyAsLong(value)) * ticks;
          });
    }
    if (from instanceof DecimalType decimal && decimal.lane() == Lane.LONG) {
      long perUnit = (long) Math.pow(10, decimal.scale());
      return each(() -> value -> rescale(value, perUnit, ticks));
    }
    if (from instanceof FloatType floating) {
      boolean single = floating.bits() == 32;
      return source ->
          fromFloat(
              source, value -> single ? ticksOf((float) value, ticks) : ticksOf(value, ticks));
    }
    if (from instanceof EnumType) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE,
          "Conversion from " + from.name() + " to " + to.name() + " is not supported");
    }
    boolean unsigned = from.equals(IntegerType.UINT64);
    return isWhole(from)
        ? each(
            () ->
                value -> clampSecond(unsigned && value < 0 ? Long.MAX_VALUE : value, ticks) * ticks)
        : null;
  }

  /** The nearest second that is in the years 0 to 9999 and whose ticks fit. */
  private static long clampSecond(long second, long ticks) {
    long most = Long.MAX_VALUE / ticks;
    return CivilDate.clampSecond(Math.max(-most, Math.min(most, second)));
  }

  private static long ticksOf(double value, long ticks) {
    if (Double.isNaN(value)) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW,
          "DateTime64 convert overflow. Cannot convert infinity or NaN to decimal");
    }
    long least = clampSecond(Long.MIN_VALUE, ticks);
    long most = clampSecond(Long.MAX_VALUE, ticks);
    if (value <= least || value >= most) {
      return (value <= least ? least : most) * ticks;
    }
    return (long) (value * ticks);
  }

  /** As the server does it: in single precision, bounds included. */
  private static long ticksOf(float value, long ticks) {
    if (Float.isNaN(value)) {
      return ticksOf((double) value, ticks);
    }
    float least = clampSecond(Long.MIN_VALUE, ticks);
    float most = clampSecond(Long.MAX_VALUE, ticks);
    return NumberConversions.cut(Math.max(least, Math.min(most, value)) * ticks);
  }

  private static long rescale(long value, long from, long to) {
    if (to < from) {
      return value / (from / to);
    }
    long factor = to / from;
    if (Math.multiplyHigh(value, factor) != value * factor >> 63) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW,
          "DateTime64 convert overflow while multiplying " + value + " by " + factor);
    }
    return value * factor;
  }

  private static boolean isWhole(Type type) {
    return type.lane() == Lane.LONG
        && (type instanceof IntegerType || type instanceof BoolType || type instanceof EnumType);
  }

  /** A conversion value by value; the operator is made anew for each column. */
  private static Conversion each(Supplier<LongUnaryOperator> operators) {
    return source -> {
      LongUnaryOperator operator = operators.get();
      long[] values = ((LongColumn) source).values();
      long[] result = new long[source.size()];
      for (int row = 0; row < result.length; row++) {
        result[row] = operator.applyAsLong(values[row]);
      }
      return LongColumn.of(result, result.length, null);
    };
  }

  /** A time as a lane value, from a float. */
  private interface FromDouble {
    long apply(double value);
  }

  private static Column fromFloat(Column source, FromDouble function) {
    double[] values = ((DoubleColumn) source).values();
    long[] result = new long[source.size()];
    for (int row = 0; row < result.length; row++) {
      result[row] = function.apply(values[row]);
    }
    return LongColumn.of(result, result.length, null);
  }
}
