// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.toDays;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.function.LongUnaryOperator;

/** Dates and times written as one number: digits side by side, or days since some day. */
public final class DayNumbers {

  private static final long YEAR_ZERO = 719_528;

  /** The day that the modified Julian calendar calls 0, in days since 1970. */
  private static final long JULIAN_ZERO = -40_587;

  private static final long LAST_SECOND = 0xFFFF_FFFFL;

  private DayNumbers() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add("YYYYMMDDToDate", call -> date(call, DateType.DATE, 1970, 2149, 65_535));
    family.add(
        "YYYYMMDDToDate32", call -> date(call, DateType.DATE32, 1900, 2299, Integer.MAX_VALUE));
    family.add("YYYYMMDDhhmmssToDateTime", DayNumbers::dateTime);
    family.add("YYYYMMDDhhmmssToDateTime64", DayNumbers::dateTime64);
    family.add(
        "fromDaysSinceYearZero",
        t -> t.withAliases("FROM_DAYS").anyCase(),
        call -> sinceYearZero(call, DateType.DATE, IntegerType.UINT16));
    family.add(
        "fromDaysSinceYearZero32", call -> sinceYearZero(call, DateType.DATE32, IntegerType.INT32));
    family.add("toModifiedJulianDay", call -> toJulian(call, false));
    family.add("toModifiedJulianDayOrNull", call -> toJulian(call, true));
    family.add("fromModifiedJulianDay", call -> fromJulian(call, false));
    family.add("fromModifiedJulianDayOrNull", call -> fromJulian(call, true));
    return family;
  }

  private static void number(CallSite call) {
    Type type = call.base(0);
    if (type instanceof FloatType || type instanceof DecimalType) {
      throw call.notImplemented(type.name() + ", whose digits are not exact");
    }
    call.integer(0);
  }

  private static BoundFunction date(CallSite call, DateType type, int first, int last, long most) {
    number(call.arity(1, 1));
    boolean unsigned = call.base(0).equals(IntegerType.UINT64);
    LongUnaryOperator day =
        number -> {
          long year = number / 10_000;
          boolean known = (number >= 0 || !unsigned) && year >= first && year <= last;
          long days = known ? day(number) : Long.MIN_VALUE;
          return days == Long.MIN_VALUE || days > most ? 0 : days;
        };
    return Bound.total(type, Operands.longs(day));
  }

  /** Days of a number like 20240229; no such month or day: the smallest number. */
  private static long day(long number) {
    long month = number / 100 % 100;
    long day = number % 100;
    boolean known = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return known ? toDays(number / 10_000, (int) month, (int) day) : Long.MIN_VALUE;
  }

  private static BoundFunction dateTime(CallSite call) {
    number(call.arity(1, 2));
    String zone = call.zone(1);
    var clockZone = zone == null ? call.context().zone() : Zones.of(zone);
    return Bound.of(
        new DateTimeType(zone),
        invocation -> {
          ZoneClock clock = new ZoneClock(clockZone);
          LongLane lane = LongLane.of(invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long second = second(lane.at(row), clock, 1970, 2106, 0, LAST_SECOND);
            result[row] = Math.max(0, Math.min(second, LAST_SECOND));
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static BoundFunction dateTime64(CallSite call) {
    number(call.arity(1, 3));
    long precision = call.size() > 1 ? call.constantLong(1) : 3;
    if (precision < 0 || precision > 9) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + precision + " is too large for DateTime64");
    }
    String zone = call.zone(2);
    var clockZone = zone == null ? call.context().zone() : Zones.of(zone);
    DateTime64Type type = new DateTime64Type((int) precision, zone);
    if (precision > 6) {
      throw call.notImplemented("more than six digits");
    }
    return Bound.of(
        type,
        invocation -> {
          ZoneClock clock = new ZoneClock(clockZone);
          long first = clock.toInstant(toDays(1900, 1, 1) * TimeLane.DAY);
          long last = clock.toInstant(toDays(2300, 1, 1) * TimeLane.DAY - 1);
          LongLane lane = LongLane.of(invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long second = second(lane.at(row), clock, 1900, 2299, first, last);
            result[row] = second * type.ticksPerSecond();
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static long second(
      long number, ZoneClock clock, int firstYear, int lastYear, long least, long most) {
    long time = number % 1_000_000;
    long date = number / 1_000_000;
    long year = date / 10_000;
    if (number < 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "A time of more than 14 digits is not implemented");
    }
    long day = day(date);
    if (day == Long.MIN_VALUE || year < firstYear) {
      return least;
    }
    if (year > lastYear) {
      return most;
    }
    long second = time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100;
    return clock.toInstant(day * TimeLane.DAY + second);
  }

  private static BoundFunction sinceYearZero(CallSite call, DateType type, IntegerType wrapped) {
    call.arity(1).integer(0);
    boolean unsigned = call.base(0).equals(IntegerType.UINT64);
    LongUnaryOperator day =
        number -> {
          if (number < 0 && !unsigned) {
            throw new TwinhouseException(
                ErrorCode.ARGUMENT_OUT_OF_BOUND, "Expected a non-negative integer, got: " + number);
          }
          return wrapped.wrap(number - YEAR_ZERO);
        };
    return Bound.of(type, Operands.longs(day));
  }

  private static BoundFunction toJulian(CallSite call, boolean orNull) {
    call.arity(1).text(0);
    Type type = orNull ? IntegerType.INT32.toNullable() : IntegerType.INT32;
    return Bound.of(
        type,
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          boolean[] nulls = orNull ? new boolean[invocation.rows()] : null;
          for (int row = 0; row < invocation.rows(); row++) {
            long day = calendarDay(lane.latin1(row));
            if (day != Long.MIN_VALUE) {
              result[row] = day - JULIAN_ZERO;
            } else if (nulls != null) {
              nulls[row] = true;
            } else {
              throw call.notImplemented("'" + lane.string(row) + "', which is no date");
            }
          }
          return LongColumn.of(result, invocation.rows(), nulls);
        });
  }

  /** The day of a text like 2024-02-29; anything else: the smallest number. */
  private static long calendarDay(String text) {
    boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    long number = 0;
    for (int i = 0; i < text.length() && shaped; i++) {
      char next = text.charAt(i);
      if (i != 4 && i != 7) {
        shaped = next >= '0' && next <= '9';
        number = number * 10 + next - '0';
      }
    }
    if (!shaped || day(number) == Long.MIN_VALUE) {
      return Long.MIN_VALUE;
    }
    int longest = CivilDate.daysInMonth(number / 10_000, (int) (number / 100 % 100));
    return number % 100 > longest ? Long.MIN_VALUE : day(number);
  }

  private static BoundFunction fromJulian(CallSite call, boolean orNull) {
    call.arity(1).integer(0);
    Type type = orNull ? StringType.INSTANCE.toNullable() : StringType.INSTANCE;
    return Bound.of(
        type,
        invocation -> {
          LongLane lane = LongLane.of(invocation.argument(0));
          var out = invocation.scratch().bytes();
          boolean[] nulls = orNull ? new boolean[invocation.rows()] : null;
          TextOutput text = new TextOutput();
          for (int row = 0; row < invocation.rows(); row++) {
            long number = lane.at(row);
            boolean known =
                number >= CivilDate.FIRST_DAY - JULIAN_ZERO
                    && number <= CivilDate.LAST_DAY - JULIAN_ZERO;
            text.reset();
            if (known) {
              long packed = CivilDate.pack(number + JULIAN_ZERO);
              text.putDigits(CivilDate.year(packed), 4).put('-');
              text.putDigits(CivilDate.month(packed), 2).put('-');
              text.putDigits(CivilDate.day(packed), 2);
            } else if (nulls != null) {
              nulls[row] = true;
            } else {
              throw new TwinhouseException(
                  ErrorCode.CANNOT_FORMAT_DATETIME,
                  "Value cannot be represented as date because it's out of range");
            }
            out.append(text.data(), 0, text.length());
          }
          return out.toColumn(nulls);
        });
  }
}
