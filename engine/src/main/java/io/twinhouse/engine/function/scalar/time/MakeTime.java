// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import java.time.ZoneId;

/** Dates and times put together from numbers. */
public final class MakeTime {

  private static final long FIRST_SECOND = CivilDate.toDays(1900, 1, 1) * TimeLane.DAY;
  private static final long LAST_SECOND = CivilDate.toDays(2300, 1, 1) * TimeLane.DAY - 1;

  private MakeTime() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add("makeDate", t -> t.anyCase(), call -> date(call, DateType.DATE, 1970, 2149));
    family.add("makeDate32", call -> date(call, DateType.DATE32, 1900, 2299));
    family.add("makeDateTime", MakeTime::dateTime);
    family.add("makeDateTime64", MakeTime::dateTime64);
    return family;
  }

  /** Numbers as Int64, one lane an argument. */
  private static Conversion[] numbers(CallSite call, int count) {
    Conversion[] numbers = new Conversion[count];
    for (int i = 0; i < count; i++) {
      boolean fits =
          (call.base(i) instanceof IntegerType && call.base(i).lane() == Lane.LONG)
              || call.base(i) instanceof FloatType;
      if (!fits) {
        throw call.illegal(i);
      }
      numbers[i] = Conversions.of(call.base(i), IntegerType.INT64, call.context().zone());
    }
    return numbers;
  }

  private static BoundFunction date(CallSite call, DateType type, int first, int last) {
    call.arity(2, 3);
    int count = call.size();
    Conversion[] numbers = numbers(call, count);
    return Bound.of(
        type,
        invocation -> {
          LongLane[] lanes = new LongLane[count];
          for (int i = 0; i < count; i++) {
            lanes[i] = LongLane.of(numbers[i].convert(invocation.argument(i)));
          }
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long year = lanes[0].at(row);
            long day = -1;
            if (year >= first && year <= last) {
              day =
                  count == 2
                      ? dayOfYear(year, lanes[1].at(row))
                      : dayOf(year, lanes[1].at(row), lanes[2].at(row));
            }
            boolean known = day != Long.MIN_VALUE && year >= first && year <= last;
            result[row] = known && (type.bits() == 32 || day <= 65_535) ? day : 0;
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static long dayOf(long year, long month, long day) {
    boolean known = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return known ? CivilDate.toDays(year, (int) month, (int) day) : Long.MIN_VALUE;
  }

  private static long dayOfYear(long year, long day) {
    return day >= 1 && day <= 365 ? CivilDate.toDays(year, 1, 1) + day - 1 : Long.MIN_VALUE;
  }

  private static BoundFunction dateTime(CallSite call) {
    call.arity(6, 7);
    Conversion[] numbers = numbers(call, 6);
    String zoneName = call.size() == 7 ? call.zoneOfType(6) : null;
    ZoneId zone = zoneName == null ? call.context().zone() : Zones.of(zoneName);
    return Bound.of(
        new DateTimeType(zoneName),
        invocation -> {
          LongLane[] lanes = new LongLane[6];
          for (int i = 0; i < 6; i++) {
            lanes[i] = LongLane.of(numbers[i].convert(invocation.argument(i)));
          }
          ZoneClock clock = new ZoneClock(zone);
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = second(lanes, row, clock);
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static long second(LongLane[] lanes, int row, ZoneClock clock) {
    long year = lanes[0].at(row);
    long day = dayOf(year, lanes[1].at(row), lanes[2].at(row));
    long hour = lanes[3].at(row);
    long minute = lanes[4].at(row);
    long second = lanes[5].at(row);
    boolean time = in(hour, 99) && in(minute, 99) && in(second, 99);
    if (!time || day == Long.MIN_VALUE || year < 1970) {
      return 0;
    }
    if (year > 2106) {
      return 0xFFFF_FFFFL;
    }
    long instant = clock.toInstant(day * TimeLane.DAY + hour * 3600 + minute * 60 + second);
    return Math.max(0, Math.min(instant, 0xFFFF_FFFFL));
  }

  private static BoundFunction dateTime64(CallSite call) {
    call.arity(6, 9);
    int parts = Math.min(7, call.size());
    Conversion[] numbers = numbers(call, parts);
    long precision = call.size() > 7 ? call.constantLong(7) : 3;
    if (precision < 0 || precision > 9) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + precision + " is too large for DateTime64");
    }
    String zoneName = call.size() == 9 ? call.zoneOfType(8) : null;
    ZoneId zone = zoneName == null ? call.context().zone() : Zones.of(zoneName);
    DateTime64Type type = new DateTime64Type((int) precision, zoneName);
    return Bound.of(
        type,
        invocation -> {
          LongLane[] lanes = new LongLane[parts];
          for (int i = 0; i < parts; i++) {
            lanes[i] = LongLane.of(numbers[i].convert(invocation.argument(i)));
          }
          ZoneClock clock = new ZoneClock(zone);
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = ticks(lanes, row, clock, type.ticksPerSecond());
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  /** What is no time is the first one, what comes after the calendar of the server the last. */
  private static long ticks(LongLane[] lanes, int row, ZoneClock clock, long ticksPerSecond) {
    long year = lanes[0].at(row);
    long day = dayOf(year, lanes[1].at(row), lanes[2].at(row));
    long hour = lanes[3].at(row);
    long minute = lanes[4].at(row);
    long second = lanes[5].at(row);
    boolean time = in(hour, 99) && in(minute, 99) && in(second, 99);
    if (time && (hour > 23 || minute > 59 || second > 59)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "makeDateTime64 is not implemented for 24 hours, 60 minutes");
    }
    long fraction = lanes.length > 6 ? lanes[6].at(row) : 0;
    long kept = Math.max(0, Math.min(fraction, ticksPerSecond - 1));
    long local = day * TimeLane.DAY + hour * 3600 + minute * 60 + second;
    if (!time || day == Long.MIN_VALUE || year < 1900) {
      local = FIRST_SECOND;
      kept = 0;
    } else if (year > 2299) {
      local = LAST_SECOND;
      kept = ticksPerSecond - 1;
    }
    try {
      return Math.addExact(Math.multiplyExact(clock.toInstant(local), ticksPerSecond), kept);
    } catch (ArithmeticException e) {
      throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Decimal math overflow", e);
    }
  }

  private static boolean in(long value, long most) {
    return value >= 0 && value <= most;
  }
}
