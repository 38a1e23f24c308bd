// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.common.CarriedZones;

/**
 * toStartOfInterval from an origin: what has passed since it is taken for a time of its own,
 * rounded on the local clock of 1970 as any other, and added again.
 */
final class IntervalOrigins {

  private static final int DAYS_PER_WEEK = 7;

  private IntervalOrigins() {}

  /**
   * @param sort of the times
   */
  static BoundFunction bind(CallSite call, TimeSort sort, Unit unit, long count) {
    if (call.size() == 4) {
      throw call.notImplemented("an origin and a time zone");
    }
    if (!call.argument(2).isConstant()) {
      throw call.refuse(ErrorCode.ILLEGAL_COLUMN, "The origin of " + call.name() + " is constant");
    }
    if (!CarriedZones.dropped(call.base(0)).equals(CarriedZones.dropped(call.base(2)))) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The time and the origin of " + call.name() + " must have the same type");
    }
    if (sort.type().equals(DateType.DATE32)) {
      throw call.notImplemented("an origin of type Date32");
    }
    if (unit.compareTo(Unit.WEEK) > 0 || unit.compareTo(Unit.SECOND) < 0) {
      throw call.notImplemented("an origin and intervals of " + unit);
    }
    if (sort.isDate() && unit.compareTo(Unit.DAY) < 0) {
      throw call.illegal(0);
    }
    boolean weeks = unit == Unit.WEEK;
    long units = weeks ? count * DAYS_PER_WEEK : count;
    Unit rounded = weeks ? Unit.DAY : unit;
    return Bound.of(sort.type(), invocation -> starts(call, sort, rounded, units, invocation));
  }

  private static Column starts(
      CallSite call, TimeSort sort, Unit unit, long count, Invocation invocation) {
    LongLane times = LongLane.of(invocation.argument(0));
    LongLane origins = LongLane.of(invocation.argument(2));
    long[] passed = new long[invocation.rows()];
    for (int row = 0; row < passed.length; row++) {
      passed[row] = times.at(row) - origins.at(row);
      if (passed[row] < 0) {
        throw call.refuse(
            ErrorCode.BAD_ARGUMENTS, "The origin must be before the end date / date with time");
      }
    }
    long ticks = Math.max(1, sort.ticksPerSecond());
    // Beginnings before 1970 are as good as others here, so that none is a DateTime.
    TimeSort since =
        sort.isDateTime()
            ? new TimeSort(
                new DateTime64Type(0, sort.zoneName()), ticks, sort.zoneName(), sort.zone())
            : sort;
    TimeLane lane = new TimeLane(since, LongColumn.of(passed, passed.length, null), true);
    long[] result = invocation.scratch().longs(invocation.rows());
    for (int row = 0; row < result.length && row < passed.length; row++) {
      long start =
          sort.isDate()
              ? passed[row] - passed[row] % count
              : IntervalBeginnings.start(lane, row, unit, count) * ticks;
      result[row] = origins.at(row) + start;
    }
    return LongColumn.of(result, invocation.rows(), null);
  }
}
