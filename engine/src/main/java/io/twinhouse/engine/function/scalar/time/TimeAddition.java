// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** addDays and its kin: a number of units later on the local clock. */
public final class TimeAddition {

  private static final long LAST_SMALL_DAY = CivilDate.toDays(2299, 12, 31);
  private static final long LAST_SMALL_SECOND = LAST_SMALL_DAY * TimeLane.DAY;

  private TimeAddition() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    for (Unit unit : Unit.values()) {
      family.add(
          "add" + unit.text() + "s",
          t -> ordered(t, unit),
          call -> bind(call.arity(2, 3), 0, 1, unit, false));
      family.add(
          "subtract" + unit.text() + "s",
          t -> ordered(t, unit),
          call -> bind(call.arity(2, 3), 0, 1, unit, true));
    }
    return family;
  }

  private static FunctionTraits ordered(FunctionTraits traits, Unit unit) {
    return unit.compareTo(Unit.SECOND) < 0 ? traits : traits.monotonic(TimeOrder.addition(unit));
  }

  /**
   * Binds a time plus or minus a number of units.
   *
   * @param timeIndex the argument that is the time
   * @param countIndex the argument that is the number
   */
  static BoundFunction bind(
      CallSite call, int timeIndex, int countIndex, Unit unit, boolean minus) {
    if (CallSite.isText(call.base(timeIndex))) {
      return TextTimes.addition(call, timeIndex, countIndex, unit, minus);
    }
    if (ClockArithmetic.isClock(call.base(timeIndex))) {
      return ClockArithmetic.addition(call, timeIndex, countIndex, unit, minus);
    }
    TimeSort sort = TimeSort.argument(call, timeIndex, 2);
    Type count = counted(call, countIndex);
    Type result = resultType(call, sort, unit);
    return Bound.of(
        result,
        invocation -> {
          Counts counts = Counts.of(count, invocation.argument(countIndex), minus);
          TimeLane lane = new TimeLane(sort, invocation.argument(timeIndex), true);
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            values[row] = wrap(result, add(lane, row, counts.at(row), unit, sort, result));
          }
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  /** The type of an argument that counts units. */
  static Type counted(CallSite call, int index) {
    Type count = call.base(index);
    boolean number =
        (count instanceof IntegerType && count.lane() == Lane.LONG)
            || count instanceof FloatType
            || count instanceof BoolType
            || count instanceof IntervalType;
    if (!number) {
      throw call.illegal(index);
    }
    return count;
  }

  /** How many units to add, row by row. */
  interface Counts {
    long at(int row);

    private static long whole(double value) {
      if (Double.isNaN(value)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "Adding NaN to a time is not implemented");
      }
      if (Math.abs(value) >= 0x1p63) {
        throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Numeric overflow");
      }
      return (long) value;
    }

    static Counts of(Type type, io.twinhouse.engine.column.Column column, boolean minus) {
      long sign = minus ? -1 : 1;
      if (type instanceof FloatType) {
        DoubleLane lane = DoubleLane.of(type, column);
        return row -> sign * whole(lane.at(row));
      }
      LongLane lane = LongLane.of(column);
      return type.equals(IntegerType.UINT64)
          ? row -> sign * signed(lane.at(row))
          : row -> sign * lane.at(row);
    }

    private static long signed(long count) {
      if (count < 0) {
        throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Numeric overflow");
      }
      return count;
    }
  }

  private static Type resultType(CallSite call, TimeSort sort, Unit unit) {
    boolean belowDay = unit.compareTo(Unit.DAY) < 0;
    int precision = IntervalUnit.precision(unit);
    if (!belowDay) {
      return sort.isDate() ? sort.type() : zoned(sort, sort.precision());
    }
    if (sort.isDate()) {
      if (precision > 0) {
        throw call.illegal(0);
      }
      return sort.isDate16() ? new DateTimeType(null) : new DateTime64Type(3, null);
    }
    return precision > sort.precision() ? zoned64(sort, precision) : zoned(sort, sort.precision());
  }

  private static Type zoned(TimeSort sort, int precision) {
    return sort.type() instanceof DateTimeType
        ? new DateTimeType(sort.zoneName())
        : zoned64(sort, precision);
  }

  private static Type zoned64(TimeSort sort, int precision) {
    return new DateTime64Type(precision, sort.zoneName());
  }

  private static long wrap(Type type, long value) {
    if (type instanceof DateTimeType) {
      return IntegerType.UINT32.wrap(value);
    }
    return type.equals(DateType.DATE) ? IntegerType.UINT16.wrap(value) : value;
  }

  private static long add(
      TimeLane lane, int row, long count, Unit unit, TimeSort sort, Type result) {
    if (sort.isDate() && result.equals(sort.type())) {
      return toDate(lane.raw(row), count, unit, sort.isDate16());
    }
    long perSecond = result instanceof DateTime64Type time ? time.ticksPerSecond() : 1;
    long seconds = IntervalUnit.seconds(unit);
    boolean fine = unit.compareTo(Unit.SECOND) < 0;
    if (fine || (unit == Unit.SECOND && sort.ticksPerSecond() > 1)) {
      return exactly(lane, row, count, perSecond, IntervalUnit.ticksPerSecond(unit));
    }
    long ticks = lane.ticks(row, perSecond);
    if (seconds > 0) {
      return ticks + count * seconds * perSecond;
    }
    ZoneClock clock = lane.clock();
    long local = lane.localSecond(row);
    long day = Math.floorDiv(local, TimeLane.DAY);
    long moved = addDays(day, count, unit) * TimeLane.DAY + Math.floorMod(local, TimeLane.DAY);
    long instant = clock.toInstant(moved);
    if (result instanceof DateTimeType && unit.compareTo(Unit.MONTH) >= 0) {
      return inSmallCalendar(instant, LAST_SMALL_SECOND);
    }
    return instant * perSecond + ticks % perSecond;
  }

  /** Units up to a second are added to the ticks; what does not fit is refused as by the server. */
  private static long exactly(
      TimeLane lane, int row, long count, long perSecond, long unitsPerSecond) {
    try {
      long ticks = lane.exactTicks(row, perSecond);
      return Math.addExact(ticks, Math.multiplyExact(count, perSecond / unitsPerSecond));
    } catch (ArithmeticException e) {
      throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Decimal math overflow", e);
    }
  }

  private static long toDate(long day, long count, Unit unit, boolean small) {
    if (unit == Unit.DAY || unit == Unit.WEEK) {
      return (int) (day + (unit == Unit.WEEK ? count * 7 : count));
    }
    long moved = addDays(day, count, unit);
    return small ? inSmallCalendar(moved, LAST_SMALL_DAY) : moved;
  }

  /** Months before 1970 lead to 1970; behind 2299 the server's results are arbitrary. */
  private static long inSmallCalendar(long value, long last) {
    if (value > last) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Adding months leads out of the calendar of a small date");
    }
    return Math.max(0, value);
  }

  /** Days of the calendar, which has no day before the year 0 and none behind 9999. */
  private static long addDays(long day, long count, Unit unit) {
    return switch (unit) {
      case DAY -> plus(day, count);
      case WEEK -> plus(day, count * 7);
      case MONTH -> months(day, count, 1);
      case QUARTER -> months(day, count, 3);
      case YEAR -> months(day, count, 12);
      default -> throw new IllegalArgumentException("no days in " + unit);
    };
  }

  private static long plus(long day, long count) {
    long sum = day + count;
    boolean overflows = ((day ^ sum) & (count ^ sum)) < 0;
    if (overflows) {
      return count < 0 ? CivilDate.FIRST_DAY : CivilDate.LAST_DAY;
    }
    return CivilDate.clampDay(sum);
  }

  private static long months(long day, long units, int monthsPerUnit) {
    long count = Math.max(-1_000_000, Math.min(1_000_000, units)) * monthsPerUnit;
    long months = CivilDate.year(CivilDate.pack(day)) * 12L + count;
    if (Math.abs(count) > 240_000 || months < 0 || months >= 12 * 10_000) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Adding " + count + " months leads out of the calendar");
    }
    return CivilDate.clampDay(CivilDate.addMonths(day, count));
  }
}
