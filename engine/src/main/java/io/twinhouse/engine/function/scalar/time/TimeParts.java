// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.day;
import static io.twinhouse.engine.time.CivilDate.month;
import static io.twinhouse.engine.time.CivilDate.pack;
import static io.twinhouse.engine.time.CivilDate.year;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.IntegerType;
import java.util.Set;

/** Numbers that are part of a date or time: year, month, hour, ... */
public final class TimeParts {

  /** Those that grow with the time. */
  private static final Set<String> MONOTONIC =
      Set.of(
          "toYear",
          "toISOYear",
          "toYYYYMM",
          "toYYYYMMDD",
          "toYYYYMMDDhhmmss",
          "toRelativeYearNum",
          "toRelativeQuarterNum",
          "toRelativeMonthNum",
          "toDaysSinceYearZero");

  private TimeParts() {}

  /** The part of one row. */
  private interface Part {
    long of(TimeLane lane, int row);
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    part(family, "toYear", IntegerType.UINT16, true, (l, r) -> year(pack(l.localDay(r))), "YEAR");
    part(family, "toMonth", IntegerType.UINT8, true, (l, r) -> month(pack(l.localDay(r))), "MONTH");
    part(
        family,
        "toQuarter",
        IntegerType.UINT8,
        true,
        (l, r) -> (month(pack(l.localDay(r))) + 2) / 3,
        "QUARTER");
    part(
        family,
        "toDayOfMonth",
        IntegerType.UINT8,
        true,
        (l, r) -> day(pack(l.localDay(r))),
        "DAY",
        "DAYOFMONTH");
    part(family, "toDayOfYear", IntegerType.UINT16, true, TimeLane::dayOfYear, "DAYOFYEAR");
    part(family, "toHour", IntegerType.UINT8, false, (l, r) -> l.secondOfDay(r) / 3600, "HOUR");
    part(
        family,
        "toMinute",
        IntegerType.UINT8,
        false,
        (l, r) -> l.secondOfDay(r) / 60 % 60,
        "MINUTE");
    part(family, "toSecond", IntegerType.UINT8, false, (l, r) -> l.secondOfMinute(r), "SECOND");
    part(
        family,
        "toMillisecond",
        IntegerType.UINT16,
        false,
        (l, r) -> Math.floorMod(l.ticks(r, 1000), 1000L),
        "MILLISECOND");
    part(family, "toYYYYMM", IntegerType.UINT32, true, (l, r) -> yearMonth(l.localDay(r)));
    part(family, "toYYYYMMDD", IntegerType.UINT32, true, (l, r) -> yearMonthDay(l.localDay(r)));
    part(
        family,
        "toYYYYMMDDhhmmss",
        IntegerType.UINT64,
        true,
        (l, r) -> {
          int second = l.secondOfDay(r);
          long time = second / 3600 * 10_000L + second / 60 % 60 * 100L + second % 60;
          return yearMonthDay(l.localDay(r)) * 1_000_000 + time;
        });
    weeks(family);
    relative(family);
    return family;
  }

  private static void weeks(FunctionFamily family) {
    part(
        family,
        "toISOWeek",
        IntegerType.UINT8,
        true,
        (l, r) -> Weeks.week(l.localDay(r), 3, false) % 100);
    part(
        family,
        "toISOYear",
        IntegerType.UINT16,
        true,
        (l, r) -> Weeks.week(l.localDay(r), 3, true) / 100);
    family.add(
        "toDayOfWeek",
        t -> t.withAliases("DAYOFWEEK").anyCase(),
        call -> {
          int mode = Weeks.mode(call) & 3;
          return bind(
              call, IntegerType.UINT8, true, 2, (l, r) -> Weeks.dayOfWeek(l.localDay(r), mode));
        });
    family.add(
        "toWeek",
        t -> t.withAliases("WEEK").anyCase(),
        call -> {
          int mode = Weeks.mode(call);
          return bind(
              call, IntegerType.UINT8, true, 2, (l, r) -> Weeks.number(l.localDay(r), mode));
        });
    family.add(
        "toYearWeek",
        t -> t.withAliases("yearweek").anyCase().monotonic(TimeOrder.local(0, 2)),
        call -> {
          int mode = Weeks.mode(call);
          return bind(
              call, IntegerType.UINT32, true, 2, (l, r) -> Weeks.week(l.localDay(r), mode, true));
        });
  }

  private static void relative(FunctionFamily family) {
    part(
        family, "toRelativeYearNum", IntegerType.UINT16, true, (l, r) -> year(pack(l.localDay(r))));
    part(
        family,
        "toRelativeQuarterNum",
        IntegerType.UINT32,
        true,
        (l, r) -> year(pack(l.localDay(r))) * 4L + (month(pack(l.localDay(r))) - 1) / 3);
    part(
        family,
        "toRelativeMonthNum",
        IntegerType.UINT32,
        true,
        // The server counts these in 16 bits.
        (l, r) -> (year(pack(l.localDay(r))) * 12L + month(pack(l.localDay(r)))) & 0xFFFF);
    part(
        family,
        "toDaysSinceYearZero",
        IntegerType.UINT32,
        true,
        (l, r) -> l.sinceYearZero(r),
        "TO_DAYS");
  }

  private static long yearMonth(long days) {
    long packed = pack(days);
    return year(packed) * 100L + month(packed);
  }

  private static long yearMonthDay(long days) {
    long packed = pack(days);
    return year(packed) * 10_000L + month(packed) * 100L + day(packed);
  }

  /** Adds a part whose aliases, if any, are known in any case. */
  private static void part(
      FunctionFamily family,
      String name,
      IntegerType type,
      boolean ofDates,
      Part part,
      String... aliases) {
    family.add(
        name,
        t -> {
          FunctionTraits named = aliases.length == 0 ? t : t.withAliases(aliases).anyCase();
          return MONOTONIC.contains(name) ? named.monotonic(TimeOrder.local(0, 1)) : named;
        },
        call -> bind(call, type, ofDates, 1, part));
  }

  private static BoundFunction bind(
      CallSite call, IntegerType type, boolean ofDates, int zoneIndex, Part part) {
    call.arity(1, zoneIndex + 1);
    TimeSort sort = TimeSort.argument(call, 0, zoneIndex);
    if (sort.isDate() && !ofDates) {
      return Bound.failing(type, call.illegal(0));
    }
    return Bound.total(
        type,
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = type.wrap(part.of(lane, row));
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }
}
