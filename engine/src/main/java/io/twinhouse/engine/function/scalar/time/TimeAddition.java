// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
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

  private TimeAddition() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    for (Unit unit : Unit.values()) {
      family.add("add" + unit.text() + "s", call -> bind(call.arity(2, 3), 0, 1, unit, false));
      family.add("subtract" + unit.text() + "s", call -> bind(call.arity(2, 3), 0, 1, unit, true));
    }
    return family;
  }

  /**
   * Binds a time plus or minus a number of units.
   *
   * @param timeIndex the argument that is the time
   * @param countIndex the argument that is the number
   */
  static BoundFunction bind(
      CallSite call, int timeIndex, int countIndex, Unit unit, boolean minus) {
    TimeSort sort = TimeSort.argument(call, timeIndex, 2);
    Type count = call.base(countIndex);
    boolean number =
        (count instanceof IntegerType && count.lane() == Lane.LONG)
            || count instanceof FloatType
            || count instanceof BoolType
            || count instanceof IntervalType;
    if (!number) {
      throw call.illegal(countIndex);
    }
    Type result = resultType(call, sort, unit);
    return Bound.total(
        result,
        invocation -> {
          Counts counts = Counts.of(count, invocation.argument(countIndex), minus);
          TimeLane lane = new TimeLane(sort, invocation.argument(timeIndex));
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            values[row] = wrap(result, add(lane, row, counts.at(row), unit, sort, result));
          }
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  /** How many units to add, row by row. */
  private interface Counts {
    long at(int row);

    static Counts of(Type type, io.twinhouse.engine.column.Column column, boolean minus) {
      long sign = minus ? -1 : 1;
      if (type instanceof FloatType) {
        DoubleLane lane = DoubleLane.of(type, column);
        return row -> sign * (long) lane.at(row);
      }
      LongLane lane = LongLane.of(column);
      return row -> sign * lane.at(row);
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
      long day = addDays(lane.raw(row), count, unit);
      boolean cut = day < 0 && sort.isDate16() && unit.compareTo(Unit.WEEK) > 0;
      return cut ? 0 : day;
    }
    long perSecond = result instanceof DateTime64Type time ? time.ticksPerSecond() : 1;
    long ticks = lane.ticks(row, perSecond);
    long seconds = IntervalUnit.seconds(unit);
    if (seconds > 0) {
      return ticks + count * seconds * perSecond;
    }
    if (unit.compareTo(Unit.SECOND) < 0) {
      return ticks + count * (perSecond / IntervalUnit.ticksPerSecond(unit));
    }
    ZoneClock clock = lane.clock();
    long local = lane.localSecond(row);
    long day = Math.floorDiv(local, TimeLane.DAY);
    long moved = addDays(day, count, unit) * TimeLane.DAY + Math.floorMod(local, TimeLane.DAY);
    return clock.toInstant(moved) * perSecond + Math.floorMod(ticks, perSecond);
  }

  private static long addDays(long day, long count, Unit unit) {
    return switch (unit) {
      case DAY -> day + count;
      case WEEK -> day + count * 7;
      case MONTH -> CivilDate.addMonths(day, count);
      case QUARTER -> CivilDate.addMonths(day, count * 3);
      case YEAR -> CivilDate.addMonths(day, count * 12);
      default -> throw new IllegalArgumentException("no days in " + unit);
    };
  }
}
