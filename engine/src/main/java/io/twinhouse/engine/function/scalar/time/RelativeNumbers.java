// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.daysInMonth;
import static io.twinhouse.engine.time.CivilDate.month;
import static io.twinhouse.engine.time.CivilDate.pack;
import static io.twinhouse.engine.time.CivilDate.year;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.IntegerType;

/** Counts of weeks, days, hours, ... since 1970, and fractions of a second. */
public final class RelativeNumbers {

  private static final long NANOS = 1_000_000_000L;

  private RelativeNumbers() {}

  /** The number of one row; {@code epochOffset} is how far local time was ahead in 1970. */
  private interface Count {
    long of(TimeLane lane, int row, long epochOffset);
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    add(family, "toDaysInMonth", IntegerType.UINT8, true, (l, r, o) -> days(l, r));
    add(
        family,
        "toYearNumSinceEpoch",
        IntegerType.UINT16,
        true,
        (l, r, o) -> since(l, year(pack(l.localDay(r))) - 1970L) & 0xFFFF);
    add(
        family,
        "toMonthNumSinceEpoch",
        IntegerType.UINT32,
        true,
        (l, r, o) -> since(l, months(l.localDay(r))) & 0xFFFF);
    add(
        family,
        "toRelativeWeekNum",
        IntegerType.UINT32,
        true,
        (l, r, o) -> since(l, Weeks.sinceEpoch(l.localDay(r))) & 0xFFFF);
    add(
        family,
        "toRelativeDayNum",
        IntegerType.UINT32,
        true,
        (l, r, o) ->
            l.isDate32() ? Math.min(since(l, l.localDay(r)), 0xFFFF) : l.localDay(r) & 0xFFFF);
    add(
        family,
        "toRelativeHourNum",
        IntegerType.UINT32,
        true,
        (l, r, o) ->
            l.isDate() ? since(l, l.localDay(r) * 24) : hours(l.epochSecond(r), o, l.clock()));
    add(
        family,
        "toRelativeMinuteNum",
        IntegerType.UINT32,
        true,
        (l, r, o) -> since(l, Math.floorDiv(l.epochSecond(r), 60L)));
    add(
        family,
        "toRelativeSecondNum",
        IntegerType.UINT32,
        true,
        (l, r, o) ->
            Math.min(since(l, l.epochSecond(r)), l.isDate32() ? 0xFFFF_FFFFL : Long.MAX_VALUE));
    add(
        family,
        "toMicrosecond",
        IntegerType.UINT32,
        false,
        (l, r, o) -> Math.floorMod(l.ticks(r, 1_000_000), 1_000_000L),
        "MICROSECOND",
        "microsecond");
    add(
        family,
        "toNanosecond",
        IntegerType.UINT32,
        false,
        (l, r, o) -> Math.floorMod(l.fraction(r), NANOS),
        "NANOSECOND",
        "nanosecond");
    return family;
  }

  /** The server counts a day more before 1970 and in zones that are not whole hours from UTC. */
  private static long hours(long second, long epochOffset, ZoneClock clock) {
    return second >= 0 && clock.isWholeHours()
        ? second / 3600
        : Math.floorDiv(second + TimeLane.DAY - epochOffset, 3600L);
  }

  private static long days(TimeLane lane, int row) {
    long packed = pack(lane.localDay(row));
    return daysInMonth(year(packed), month(packed));
  }

  private static long months(long day) {
    long packed = pack(day);
    return (year(packed) - 1970L) * 12 + month(packed) - 1;
  }

  /** A Date32 before 1970 counts as 1970. */
  private static long since(TimeLane lane, long count) {
    return lane.isDate32() ? Math.max(0, count) : count;
  }

  private static void add(
      FunctionFamily family,
      String name,
      IntegerType type,
      boolean ofDates,
      Count count,
      String... aliases) {
    boolean relative = name.startsWith("toRelative") || name.endsWith("NumSinceEpoch");
    family.add(
        name,
        t -> {
          FunctionTraits named = t.withAliases(aliases);
          return relative ? named.monotonic(TimeOrder.sinceEpoch()) : named;
        },
        call -> bind(call, type, ofDates, count));
  }

  private static BoundFunction bind(CallSite call, IntegerType type, boolean ofDates, Count count) {
    call.arity(1, 2);
    TimeSort sort = TimeSort.argument(call, 0, 1);
    if (sort.isDate() && !ofDates) {
      throw call.illegal(0);
    }
    if (sort.isDate() && call.size() > 1) {
      throw call.notImplemented("a date and a time zone");
    }
    return Bound.total(
        type,
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          long epochOffset = lane.clock().offsetAt(0);
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = type.wrap(count.of(lane, row, epochOffset));
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }
}
