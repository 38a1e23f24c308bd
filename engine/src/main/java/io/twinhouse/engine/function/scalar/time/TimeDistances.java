// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.day;
import static io.twinhouse.engine.time.CivilDate.month;
import static io.twinhouse.engine.time.CivilDate.pack;
import static io.twinhouse.engine.time.CivilDate.year;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType.Unit;

/** dateDiff, which counts crossed boundaries, and age, which counts whole units. */
public final class TimeDistances {

  private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

  private TimeDistances() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add(
        "dateDiff",
        t ->
            t.withAliases(
                    "date_diff", "DATE_DIFF", "timestampDiff", "timestamp_diff", "TIMESTAMP_DIFF")
                .anyCase(),
        call -> bind(call, false));
    family.add("age", call -> bind(call, true));
    return family;
  }

  private static BoundFunction bind(CallSite call, boolean whole) {
    call.arity(3, 4);
    Unit unit = IntervalUnit.argument(call, 0);
    TimeSort from = TimeSort.argument(call, 1, 3);
    TimeSort to = TimeSort.argument(call, 2, 3);
    return Bound.total(
        IntegerType.INT64,
        invocation -> {
          TimeLane a = new TimeLane(from, invocation.argument(1));
          TimeLane b = new TimeLane(to, invocation.argument(2));
          Boundaries left = new Boundaries(a, unit);
          Boundaries right = new Boundaries(b, unit);
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long distance = right.before(row) - left.before(row);
            result[row] = whole ? age(a, b, row, unit, distance) : distance;
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  /** How many boundaries of a unit lie before a time, counted from a fixed one. */
  private record Boundaries(TimeLane lane, Unit unit, long offsetAtEpoch) {

    Boundaries(TimeLane lane, Unit unit) {
      this(lane, unit, offset(lane.clock()));
    }

    private static long offset(ZoneClock clock) {
      return clock.offsetAt(0);
    }

    long before(int row) {
      return switch (unit) {
        case YEAR -> year(pack(lane.localDay(row)));
        case QUARTER -> {
          long packed = pack(lane.localDay(row));
          yield year(packed) * 4L + (month(packed) - 1) / 3;
        }
        case MONTH -> {
          long packed = pack(lane.localDay(row));
          yield year(packed) * 12L + month(packed);
        }
        case WEEK -> (lane.localDay(row) + 3) / 7;
        case DAY -> lane.localDay(row);
        // The server takes the offset of 1970 for the one of every day here.
        case HOUR -> Math.floorDiv(lane.epochSecond(row) - offsetAtEpoch, 3600L);
        case MINUTE -> Math.floorDiv(lane.epochSecond(row), 60L);
        case SECOND -> lane.epochSecond(row);
        default -> lane.ticks(row, IntervalUnit.ticksPerSecond(unit));
      };
    }
  }

  /**
   * @param boundaries how many boundaries of the unit were crossed
   */
  private static long age(TimeLane a, TimeLane b, int row, Unit unit, long boundaries) {
    boolean forward = compare(a, b, row) <= 0;
    if (unit == Unit.HOUR) {
      long rest = timeOfDay(forward ? b : a, row) % NANOS_PER_HOUR;
      boolean begun = timeOfDay(forward ? a : b, row) % NANOS_PER_HOUR > rest;
      return withoutLast(boundaries, forward, begun);
    }
    if (unit == Unit.WEEK) {
      int dayA = CivilDate.dayOfWeek(a.localDay(row));
      int dayB = CivilDate.dayOfWeek(b.localDay(row));
      boolean laterInDay = timeOfDay(forward ? a : b, row) > timeOfDay(forward ? b : a, row);
      // The server does not turn the days of the week round with the times.
      return withoutLast(boundaries, forward, dayA > dayB || (dayA == dayB && laterInDay));
    }
    long nanosA = nanos(a, row);
    long nanosB = nanos(b, row);
    if (unit.compareTo(Unit.DAY) >= 0) {
      return calendarAge(a, b, row, unit);
    }
    long seconds = IntervalUnit.seconds(unit);
    long length =
        seconds > 0 ? seconds * 1_000_000_000L : 1_000_000_000L / IntervalUnit.ticksPerSecond(unit);
    long secondsApart = b.epochSecond(row) - a.epochSecond(row);
    if (Math.abs(secondsApart) < 9_000_000_000L) {
      return (secondsApart * 1_000_000_000L + nanosB - nanosA) / length;
    }
    long whole = nanosB < nanosA ? secondsApart - 1 : secondsApart;
    return seconds > 0
        ? Math.floorDiv(whole, seconds)
        : secondsApart * IntervalUnit.ticksPerSecond(unit);
  }

  /** A number of crossed boundaries less the last one, if that unit is not full. */
  private static long withoutLast(long boundaries, boolean forward, boolean begun) {
    if (!begun) {
      return boundaries;
    }
    return forward ? boundaries - 1 : boundaries + 1;
  }

  private static long nanos(TimeLane lane, int row) {
    return Math.floorMod(lane.ticks(row, 1_000_000_000L), 1_000_000_000L);
  }

  private static long calendarAge(TimeLane a, TimeLane b, int row, Unit unit) {
    boolean forward = compare(a, b, row) <= 0;
    TimeLane early = forward ? a : b;
    TimeLane late = forward ? b : a;
    long dayA = early.localDay(row);
    long dayB = late.localDay(row);
    boolean laterInDay = timeOfDay(early, row) > timeOfDay(late, row);
    long units;
    if (unit == Unit.DAY) {
      units = dayB - dayA - (laterInDay ? 1 : 0);
    } else {
      long x = pack(dayA);
      long y = pack(dayB);
      long months = (year(y) - year(x)) * 12L + month(y) - month(x);
      if (day(x) > day(y) || (day(x) == day(y) && laterInDay)) {
        months--;
      }
      units = unit == Unit.MONTH ? months : unit == Unit.QUARTER ? months / 3 : months / 12;
    }
    return forward ? units : -units;
  }

  private static long timeOfDay(TimeLane lane, int row) {
    return lane.secondOfDay(row) * 1_000_000_000L + nanos(lane, row);
  }

  private static int compare(TimeLane a, TimeLane b, int row) {
    int order = Long.compare(a.localDay(row), b.localDay(row));
    return order != 0 ? order : Long.compare(timeOfDay(a, row), timeOfDay(b, row));
  }
}
