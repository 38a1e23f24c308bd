// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.month;
import static io.twinhouse.engine.time.CivilDate.pack;
import static io.twinhouse.engine.time.CivilDate.toDays;
import static io.twinhouse.engine.time.CivilDate.year;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.Type;

/** toStartOfInterval and dateTrunc. */
public final class IntervalBeginnings {

  /** Months are counted from here. */
  private static final int FIRST_YEAR = 1900;

  /** The first Monday since 1970. */
  private static final int FIRST_MONDAY = 4;

  /** Between these all minutes are counted from 1970, else from midnight. */
  private static final long FIRST_EVEN_SECOND = toDays(1900, 3, 1) * TimeLane.DAY;

  private static final long FIRST_OF_CALENDAR = toDays(FIRST_YEAR, 1, 1);
  private static final long LAST_EVEN_SECOND = toDays(2299, 11, 1) * TimeLane.DAY;

  private IntervalBeginnings() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add(
        "toStartOfInterval",
        t -> t.withAliases("time_bucket", "date_bin").anyCase().monotonic(TimeOrder::interval),
        IntervalBeginnings::interval);
    family.add(
        "dateTrunc",
        t -> t.withAliases("date_trunc").anyCase().monotonic(TimeOrder::truncation),
        IntervalBeginnings::truncate);
    return family;
  }

  private static BoundFunction interval(CallSite call) {
    call.arity(2, 4);
    if (!(call.base(1) instanceof IntervalType interval)) {
      throw call.illegal(1);
    }
    boolean hasOrigin = call.size() == 4 || (call.size() == 3 && !CallSite.isText(call.base(2)));
    long count = call.constantLong(1);
    if (count <= 0) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Value for second argument of function " + call.name() + " must be positive.");
    }
    if (hasOrigin) {
      return IntervalOrigins.bind(call, TimeSort.argument(call, 0, 3), interval.unit(), count);
    }
    TimeSort sort = zoned(TimeSort.argument(call, 0, 2), call, interval.unit());
    return bind(0, sort, interval.unit(), count, resultType(call, 0, sort, interval.unit()));
  }

  /** Weeks and longer units of a Date are the same in all zones, so that none is taken. */
  private static TimeSort zoned(TimeSort sort, CallSite call, Unit unit) {
    return sort.isDate16() && unit.compareTo(Unit.WEEK) >= 0
        ? sort.withoutZoneOfDate(call, 2)
        : sort;
  }

  private static Type resultType(CallSite call, int index, TimeSort sort, Unit unit) {
    if (unit.compareTo(Unit.WEEK) >= 0) {
      return DateType.DATE;
    }
    int precision = IntervalUnit.precision(unit);
    boolean fits =
        precision > 0 ? sort.type() instanceof DateTime64Type : unit == Unit.DAY || !sort.isDate();
    if (!fits) {
      throw call.illegal(index);
    }
    return precision > 0
        ? new DateTime64Type(precision, sort.zoneName())
        : new DateTimeType(sort.zoneName());
  }

  private static BoundFunction truncate(CallSite call) {
    call.arity(2, 3);
    Unit unit = IntervalUnit.argument(call, 0);
    TimeSort sort = zoned(TimeSort.argument(call, 1, 2), call, unit);
    if (unit.compareTo(Unit.DAY) < 0 && sort.isDate()) {
      throw call.illegal(1);
    }
    boolean extended = !sort.isDate16() && !(sort.type() instanceof DateTimeType);
    Type result;
    if (unit.compareTo(Unit.WEEK) >= 0) {
      result = extended ? DateType.DATE32 : DateType.DATE;
    } else if (IntervalUnit.precision(unit) > 0 || !extended) {
      result = resultType(call, 1, sort, unit);
    } else {
      result = new DateTime64Type(0, sort.zoneName());
    }
    return bind(1, sort, unit, 1, result);
  }

  private static BoundFunction bind(int index, TimeSort sort, Unit unit, long count, Type result) {
    boolean saturates =
        unit.compareTo(Unit.WEEK) >= 0 && (sort.isDate16() || sort.type() instanceof DateTimeType);
    boolean far = unit == Unit.MINUTE && 1440 % count != 0 && sort.ticksPerSecond() > 1;
    boolean refuses = far || unit == Unit.NANOSECOND;
    Kernel kernel =
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(index), true);
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long start = start(lane, row, unit, count);
            values[row] = wrap(result, saturates ? Math.max(0, start) : start);
          }
          return LongColumn.of(values, invocation.rows(), null);
        };
    return refuses ? Bound.of(result, kernel) : Bound.total(result, kernel);
  }

  private static long wrap(Type type, long value) {
    if (type instanceof DateTimeType) {
      return IntegerType.UINT32.wrap(value);
    }
    return type.equals(DateType.DATE) ? IntegerType.UINT16.wrap(value) : value;
  }

  /** The beginning as days, seconds or ticks, as the unit's result type counts. */
  static long start(TimeLane lane, int row, Unit unit, long count) {
    return switch (unit) {
      case YEAR -> {
        long year = year(pack(lane.localDay(row)));
        yield inCalendar(toDays(year / count * count, 1, 1));
      }
      case QUARTER -> months(lane.localDay(row), count * 3);
      case MONTH -> months(lane.localDay(row), count);
      case WEEK -> weeks(lane.localDay(row), count);
      case DAY -> {
        long day = lane.localDay(row);
        yield lane.midnight(inCalendar(day - Math.floorMod(day, count)));
      }
      case HOUR -> count == 1 ? hour(lane, row) : hours(lane, row, count * 3600);
      case MINUTE ->
          lane.isFine()
              ? minutes(lane.epochSecond(row), count)
              : floor(lane.epochSecond(row), count * 60);
      case SECOND -> seconds(lane, row, count);
      case NANOSECOND -> floor(nanoseconds(lane, row), count);
      default -> floor(lane.ticks(row, IntervalUnit.ticksPerSecond(unit)), count);
    };
  }

  private static long nanoseconds(TimeLane lane, int row) {
    try {
      return lane.exactTicks(row, 1_000_000_000);
    } catch (ArithmeticException e) {
      throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Numeric overflow", e);
    }
  }

  /** Counted from local midnight where the zone is not whole hours away from UTC. */
  private static long seconds(TimeLane lane, int row, long count) {
    long second = lane.truncatedSecond(row);
    if (count == 1 || count % 60 == 0 || lane.clock().isWholeHours()) {
      return floor(second, count);
    }
    return second - lane.secondOfDay(row) % count;
  }

  private static long minutes(long second, long count) {
    boolean far = second < FIRST_EVEN_SECOND || second >= LAST_EVEN_SECOND;
    if (far && 1440 % count != 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Intervals of " + count + " minutes before 1900 or after 2299 are not implemented");
    }
    return floor(second, count * 60);
  }

  private static long floor(long value, long unit) {
    return value - Math.floorMod(value, unit);
  }

  private static long months(long day, long count) {
    long packed = pack(day);
    long month = (year(packed) - FIRST_YEAR) * 12L + month(packed) - 1;
    long start = month - Math.floorMod(month, count);
    return inCalendar(
        toDays(FIRST_YEAR + Math.floorDiv(start, 12L), (int) Math.floorMod(start, 12L) + 1, 1));
  }

  /** The calendar of the server begins with 1900. */
  private static long inCalendar(long day) {
    return Math.max(FIRST_OF_CALENDAR, day);
  }

  private static long weeks(long day, long count) {
    if (count == 1) {
      return Weeks.start(day, 1);
    }
    return FIRST_MONDAY + floor(day - FIRST_MONDAY, count * 7);
  }

  /** The beginning of the hour, counted from midnight in zones that are not whole hours off. */
  static long hour(TimeLane lane, int row) {
    if (lane.clock().isWholeHours()) {
      return floor(lane.epochSecond(row), 3600);
    }
    long midnight = lane.clock().midnight(lane.localDay(row));
    return midnight + floor(lane.epochSecond(row) - midnight, 3600);
  }

  /** Hours are counted on the local clock from midnight, but not back over a change of it. */
  private static long hours(TimeLane lane, int row, long seconds) {
    long day = lane.localDay(row);
    long midnight = lane.clock().midnight(day);
    long change = lane.changeSinceMidnight(row);
    long local = lane.epochSecond(row) - midnight + change;
    long rounded = local - local % seconds;
    if (change == 0) {
      return midnight + rounded;
    }
    long changed =
        lane.clock().jumpAtMidnight(day) > 0 ? 0 : lane.clock().changeAfter(midnight) - midnight;
    return midnight + (rounded >= changed ? Math.max(rounded - change, changed) : rounded);
  }
}
