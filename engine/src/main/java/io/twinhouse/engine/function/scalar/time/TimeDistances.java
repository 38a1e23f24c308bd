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

  private static final long TICKS_PER_SECOND = 1_000_000_000L;
  private static final long TICKS_PER_HOUR = 3600 * TICKS_PER_SECOND;

  private TimeDistances() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add(
        "dateDiff",
        t ->
            t.withAliases(
                    "date_diff", "DATE_DIFF", "timestampDiff", "timestamp_diff", "TIMESTAMP_DIFF")
                .anyCase()
                .monotonic(TimeOrder::distance),
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
        case WEEK -> Weeks.sinceEpoch(lane.localDay(row));
        // A DateTime before midnight of 1970 in its zone is on the last day that a Date has.
        case DAY -> lane.isDateTime() ? lane.localDay(row) & 0xFFFF : lane.localDay(row);
        // The server takes the offset of 1970 for the one of every day here.
        case HOUR -> Math.floorDiv(lane.epochSecond(row) - offsetAtEpoch, 3600L);
        case MINUTE -> wrapped(Math.floorDiv(lane.epochSecond(row), 60L));
        case SECOND ->
            wrapped(lane.isDate() ? lane.midnight(lane.localDay(row)) : lane.epochSecond(row));
        default -> {
          long ticks = IntervalUnit.ticksPerSecond(unit);
          yield lane.isDate()
              ? lane.midnight(lane.localDay(row)) * ticks
              : lane.truncatedTicks(row, ticks);
        }
      };
    }

    /** The server counts minutes and seconds of a Date in 32 bits. */
    private long wrapped(long count) {
      return lane.isDate() && !lane.isDate32() ? IntegerType.UINT32.wrap(count) : count;
    }
  }

  /**
   * The number of crossed boundaries less the last one, if that unit is not full.
   *
   * @param boundaries how many boundaries of the unit were crossed
   */
  private static long age(TimeLane x, TimeLane y, int row, Unit unit, long boundaries) {
    boolean forward = nanos(x, row) <= nanos(y, row);
    TimeLane early = forward ? x : y;
    TimeLane late = forward ? y : x;
    boolean begun =
        unit == Unit.WEEK
            ? isWeekBegun(x, y, early, late, row)
            : sinceBeginning(early, row, unit) > sinceBeginning(late, row, unit);
    if (!begun) {
      return boundaries;
    }
    return forward ? boundaries - 1 : boundaries + 1;
  }

  /**
   * Nanoseconds since 1970; those of a DateTime64 that do not fit wrap around, as on the server.
   */
  private static long nanos(TimeLane lane, int row) {
    long second = lane.epochSecond(row);
    boolean beyond = Math.abs(second) > Long.MAX_VALUE / TICKS_PER_SECOND;
    return lane.isDate() && beyond
        ? second < 0 ? Long.MIN_VALUE : Long.MAX_VALUE
        : lane.ticks(row, TICKS_PER_SECOND);
  }

  /** The server does not turn the days of the week round with the times, and mixes its signs. */
  private static boolean isWeekBegun(
      TimeLane x, TimeLane y, TimeLane early, TimeLane late, int row) {
    int dayX = CivilDate.dayOfWeek(x.localDay(row));
    int dayY = CivilDate.dayOfWeek(y.localDay(row));
    long hourEarly = sinceBeginning(early, row, Unit.DAY) / TICKS_PER_HOUR;
    long hourLate = sinceBeginning(late, row, Unit.DAY) / TICKS_PER_HOUR;
    return dayX > dayY
        || (dayX == dayY && hourEarly > hourLate)
        || (hourEarly == hourLate
            && sinceBeginning(early, row, Unit.HOUR) > sinceBeginning(late, row, Unit.HOUR));
  }

  /** Nanoseconds since the unit began; all months are taken to have 31 days. */
  private static long sinceBeginning(TimeLane lane, int row, Unit unit) {
    long fraction = lane.fraction(row);
    long second = lane.secondOfDay(row);
    long ofDay = second * TICKS_PER_SECOND + fraction;
    long packed = pack(lane.localDay(row));
    long ofMonth = day(packed) * 24L * TICKS_PER_HOUR + ofDay;
    long month = 32L * 24 * TICKS_PER_HOUR;
    return switch (unit) {
      case YEAR -> month(packed) * month + ofMonth;
      case QUARTER -> (month(packed) - 1) % 3 * month + ofMonth;
      case MONTH -> ofMonth;
      case WEEK, DAY -> ofDay;
      case HOUR -> ofDay % TICKS_PER_HOUR;
      case MINUTE -> ofDay % (60 * TICKS_PER_SECOND);
      case SECOND -> fraction;
      default -> fraction % (TICKS_PER_SECOND / IntervalUnit.ticksPerSecond(unit));
    };
  }
}
