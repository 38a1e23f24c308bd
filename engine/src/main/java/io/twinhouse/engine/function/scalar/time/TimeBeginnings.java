// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.daysInMonth;
import static io.twinhouse.engine.time.CivilDate.month;
import static io.twinhouse.engine.time.CivilDate.pack;
import static io.twinhouse.engine.time.CivilDate.toDays;
import static io.twinhouse.engine.time.CivilDate.year;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.function.LongUnaryOperator;

/** toStartOf and its kin. */
public final class TimeBeginnings {

  private static final long LAST_DATE = 65_535;
  private static final long LAST_SECOND = 0xFFFF_FFFFL;

  private TimeBeginnings() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    date(family, "toStartOfYear", d -> toDays(year(pack(d)), 1, 1));
    date(family, "toStartOfISOYear", TimeBeginnings::isoYear);
    date(
        family,
        "toStartOfQuarter",
        d -> toDays(year(pack(d)), (month(pack(d)) - 1) / 3 * 3 + 1, 1));
    date(family, "toStartOfMonth", d -> toDays(year(pack(d)), month(pack(d)), 1));
    date(family, "toMonday", d -> Weeks.start(d, 1));
    family.add(
        "toLastDayOfMonth",
        t -> t.withAliases("LAST_DAY").anyCase().monotonic(TimeOrder.local(0, 1)),
        call -> bindDate(call, 1, TimeBeginnings::lastDayOfMonth, true));
    family.add(
        "toStartOfWeek",
        t -> t.monotonic(TimeOrder.local(0, 2)),
        call -> {
          int mode = Weeks.mode(call);
          return bindDate(call, 2, d -> Weeks.start(d, mode));
        });
    family.add(
        "toLastDayOfWeek",
        t -> t.monotonic(TimeOrder.local(0, 2)),
        call -> {
          int mode = Weeks.mode(call);
          return bindDate(call, 2, d -> Weeks.start(d, mode) + 6, true);
        });
    time(family, "toStartOfDay", 86_400, true);
    time(family, "toStartOfHour", 3600, false);
    time(family, "toStartOfMinute", 60, false);
    time(family, "toStartOfFiveMinutes", 300, false);
    time(family, "toStartOfFiveMinute", 300, false);
    time(family, "toStartOfTenMinutes", 600, false);
    time(family, "toStartOfFifteenMinutes", 900, false);
    family.add("timeSlot", t -> t.monotonic(TimeOrder.instant()), TimeBeginnings::timeSlot);
    fraction(family, "toStartOfSecond", 0);
    fraction(family, "toStartOfMillisecond", 3);
    fraction(family, "toStartOfMicrosecond", 6);
    fraction(family, "toStartOfNanosecond", 9);
    return family;
  }

  private static long isoYear(long day) {
    int isoYear = Weeks.week(Math.max(0, Math.min(LAST_DATE, day)), 3, true) / 100;
    // January 4th is always in the first week.
    return Weeks.start(toDays(isoYear, 1, 4), 1);
  }

  private static long lastDayOfMonth(long day) {
    long packed = pack(day);
    return toDays(year(packed), month(packed), daysInMonth(year(packed), month(packed)));
  }

  private static void date(FunctionFamily family, String name, LongUnaryOperator start) {
    family.add(name, t -> t.monotonic(TimeOrder.local(0, 1)), call -> bindDate(call, 1, start));
  }

  private static BoundFunction bindDate(CallSite call, int zoneIndex, LongUnaryOperator start) {
    return bindDate(call, zoneIndex, start, false);
  }

  /**
   * @param later whether the result lies behind the argument: then it wraps where a Date ends
   */
  private static BoundFunction bindDate(
      CallSite call, int zoneIndex, LongUnaryOperator start, boolean later) {
    call.arity(1, zoneIndex + 1);
    TimeSort sort = TimeSort.argument(call, 0, zoneIndex).withoutZoneOfDate(call, zoneIndex);
    boolean wraps = later && sort.isDate16();
    // A DateTime before its zone's 1970 counts to the first day.
    long firstDay = later && sort.isDateTime() ? 0 : Long.MIN_VALUE;
    return Bound.total(
        DateType.DATE,
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          long lastDay = Long.MIN_VALUE;
          long last = 0;
          for (int row = 0; row < invocation.rows(); row++) {
            long day = Math.max(firstDay, lane.localDay(row));
            if (day != lastDay) {
              lastDay = day;
              long first = start.applyAsLong(day);
              last = wraps ? first & LAST_DATE : Math.max(0, Math.min(LAST_DATE, first));
            }
            result[row] = last;
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static void time(FunctionFamily family, String name, int seconds, boolean ofDates) {
    family.add(
        name,
        t -> t.monotonic(TimeOrder.local(0, 1)),
        call -> {
          call.arity(1, 2);
          TimeSort sort = TimeSort.argument(call, 0, 1).ofSession(call);
          if (sort.isDate() && !ofDates) {
            return Bound.failing(new DateTimeType(sort.zoneName()), call.illegal(0));
          }
          return Bound.total(
              new DateTimeType(sort.zoneName()),
              invocation -> {
                TimeLane lane = new TimeLane(sort, invocation.argument(0));
                ZoneClock clock = lane.clock();
                long[] result = invocation.scratch().longs(invocation.rows());
                for (int row = 0; row < invocation.rows(); row++) {
                  result[row] = startOf(lane, clock, row, seconds, sort);
                }
                return LongColumn.of(result, invocation.rows(), null);
              });
        });
  }

  /** Half hours of the world's clock. */
  private static BoundFunction timeSlot(CallSite call) {
    call.arity(1, 2);
    TimeSort sort = TimeSort.argument(call, 0, 1);
    if (sort.isDate()) {
      return Bound.failing(new DateTimeType(sort.zoneName()), call.illegal(0));
    }
    return Bound.total(
        new DateTimeType(sort.zoneName()),
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = IntegerType.UINT32.wrap(lane.truncatedSecond(row) / 1800 * 1800);
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static long startOf(TimeLane lane, ZoneClock clock, int row, int seconds, TimeSort sort) {
    if (sort.isDate()) {
      long midnight = lane.epochSecond(row);
      return sort.isDate16()
          ? IntegerType.UINT32.wrap(clock.startOfDay(lane.raw(row)))
          : Math.max(0, Math.min(LAST_SECOND, midnight));
    }
    if (seconds == 3600 && !clock.isWholeHours()) {
      long hour = IntervalBeginnings.hour(lane, row);
      return sort.isDateTime() ? Math.max(0, hour) : IntegerType.UINT32.wrap(hour);
    }
    long second = lane.truncatedSecond(row);
    long local = clock.toLocal(second);
    boolean small = sort.isDateTime();
    if (seconds == TimeLane.DAY) {
      local = CivilDate.clampSecond(local);
      long day = Math.floorDiv(local, TimeLane.DAY);
      return IntegerType.UINT32.wrap(small ? clock.startOfDay(day) : clock.midnight(day));
    }
    if (seconds < TimeLane.DAY && (seconds == 3600 || clock.isWholeMinutes())) {
      local = second; // by the world's clock, also where offsets once had minutes or seconds
    }
    // Counted back from the instant, so that a repeated hour keeps its own offset.
    long start = second - Math.floorMod(local, (long) seconds);
    return small && start < 0 ? 0 : IntegerType.UINT32.wrap(start);
  }

  private static void fraction(FunctionFamily family, String name, int precision) {
    family.add(
        name,
        t -> t.monotonic(TimeOrder.instant()),
        call -> {
          call.arity(1, 2);
          TimeSort sort = TimeSort.argument(call, 0, 1);
          if (sort.isDate()) {
            return Bound.failing(
                new DateTime64Type(Math.max(precision, 3), sort.zoneName()), call.illegal(0));
          }
          if (!(sort.type() instanceof DateTime64Type)) {
            throw call.illegal(0);
          }
          int kept = Math.max(precision, sort.precision());
          Type result = new DateTime64Type(kept, sort.zoneName());
          long unit = unit(kept - precision);
          long factor = unit(kept - sort.precision());
          return Bound.total(
              result,
              invocation -> {
                TimeLane lane = new TimeLane(sort, invocation.argument(0));
                long[] values = invocation.scratch().longs(invocation.rows());
                for (int row = 0; row < invocation.rows(); row++) {
                  long ticks = lane.raw(row) * factor;
                  values[row] = ticks - Math.floorMod(ticks, unit);
                }
                return LongColumn.of(values, invocation.rows(), null);
              });
        });
  }

  private static long unit(int digits) {
    long unit = 1;
    for (int i = 0; i < digits; i++) {
      unit *= 10;
    }
    return unit;
  }
}
