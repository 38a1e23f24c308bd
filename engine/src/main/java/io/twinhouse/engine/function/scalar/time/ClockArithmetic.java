// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** plus and minus of times of no day, which are cut to the hours they show only when shown. */
final class ClockArithmetic {

  private static final IntegerType SECONDS = new IntegerType(32, true);

  private ClockArithmetic() {}

  static boolean isClock(Type type) {
    return type instanceof TimeType || type instanceof Time64Type;
  }

  /** Of two arguments that are both days or times, one of them of no day. */
  static BoundFunction bind(CallSite call, boolean minus) {
    Type a = call.base(0);
    Type b = call.base(1);
    if (isClock(a) && isClock(b) && minus) {
      return difference(a, b);
    }
    if (!minus && a instanceof DateType day && isClock(b)) {
      return onDay(call, 0, day, b);
    }
    if (!minus && b instanceof DateType day && isClock(a)) {
      return onDay(call, 1, day, a);
    }
    throw call.illegal();
  }

  private static int precision(Type type) {
    return type instanceof Time64Type time ? time.precision() : 0;
  }

  private static BoundFunction difference(Type a, Type b) {
    if (a instanceof TimeType && b instanceof TimeType) {
      return Bound.total(IntegerType.INT32, Operands.longs((x, y) -> (int) (x - y)));
    }
    int precision = Math.max(precision(a), precision(b));
    long left = new Time64Type(precision - precision(a)).ticksPerSecond();
    long right = new Time64Type(precision - precision(b)).ticksPerSecond();
    return Bound.total(
        new DecimalType(18, precision), Operands.longs((x, y) -> x * left - y * right));
  }

  /** The time since a day began. */
  private static BoundFunction onDay(CallSite call, int dayIndex, DateType day, Type clock) {
    boolean small = day.equals(DateType.DATE);
    int precision = precision(clock);
    boolean seconds = small && clock instanceof TimeType;
    Type result = seconds ? new DateTimeType(null) : new DateTime64Type(precision, null);
    long ticks = new Time64Type(precision).ticksPerSecond();
    ZoneId zone = call.context().zone();
    return Bound.total(
        result,
        invocation -> {
          ZoneClock local = new ZoneClock(zone);
          LongLane days = LongLane.of(invocation.argument(dayIndex));
          LongLane times = LongLane.of(invocation.argument(1 - dayIndex));
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long date = CivilDate.clampDay(days.at(row));
            long midnight = small ? local.startOfDay(date) : local.midnight(date);
            long value = midnight * ticks + times.at(row);
            values[row] = seconds ? IntegerType.UINT32.wrap(value) : value;
          }
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  /** A time of no day plus or minus a number of units. */
  static BoundFunction addition(
      CallSite call, int timeIndex, int countIndex, Unit unit, boolean minus) {
    Type time = call.base(timeIndex);
    if (call.size() > 2) {
      throw call.illegal(timeIndex);
    }
    Type count = TimeAddition.counted(call, countIndex);
    boolean operator = call.name().equals("plus") || call.name().equals("minus");
    if (count instanceof IntervalType && !operator) {
      throw call.illegal(countIndex);
    }
    boolean fine = time instanceof Time64Type;
    boolean below = unit.compareTo(Unit.SECOND) < 0;
    boolean above = unit.compareTo(Unit.DAY) >= 0;
    if (!fine && (below || above)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "add" + unit.text() + "s cannot be used with Time");
    }
    if (unit.compareTo(Unit.MONTH) >= 0 || above && !isUtc(call.context().zone())) {
      throw call.notImplemented("units of the calendar beside " + time.name());
    }
    int given = precision(time);
    int precision = Math.max(given, IntervalUnit.precision(unit));
    Type result = fine ? new Time64Type(precision) : TimeType.INSTANCE;
    long scale = new Time64Type(precision - given).ticksPerSecond();
    long perSecond = new Time64Type(precision).ticksPerSecond();
    long step = below ? perSecond / IntervalUnit.ticksPerSecond(unit) : seconds(unit) * perSecond;
    Steps steps = new Steps(unit, fine, scale, step);
    return Bound.of(
        result,
        invocation -> {
          TimeAddition.Counts counts =
              TimeAddition.Counts.of(count, invocation.argument(countIndex), minus);
          LongLane times = LongLane.of(invocation.argument(timeIndex));
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long value = steps.sum(times.at(row), counts.at(row));
            values[row] = fine ? value : SECONDS.wrap(value);
          }
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  /** What a time's ticks and one unit are in ticks of the result. */
  private record Steps(Unit unit, boolean fine, long scale, long step) {

    long sum(long time, long count) {
      boolean days = unit.compareTo(Unit.DAY) >= 0;
      if (!fine || (unit.compareTo(Unit.SECOND) > 0 && !days)) {
        return time * scale + count * step; // goes round beyond 64 bits, on the server, too
      }
      try {
        return Math.addExact(Math.multiplyExact(time, scale), Math.multiplyExact(count, step));
      } catch (ArithmeticException e) {
        ErrorCode code = days ? ErrorCode.NOT_IMPLEMENTED : ErrorCode.DECIMAL_OVERFLOW;
        throw new TwinhouseException(code, "Decimal math overflow", e);
      }
    }
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.getRules().equals(ZoneOffset.UTC.getRules());
  }

  private static long seconds(Unit unit) {
    return switch (unit) {
      case DAY -> TimeLane.DAY;
      case WEEK -> 7 * TimeLane.DAY;
      default -> IntervalUnit.seconds(unit);
    };
  }
}
