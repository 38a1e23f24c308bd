// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.common.CarriedZones;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Local times moved from zone to zone, and functions made of calls of other time functions. */
public final class ZoneShifts {

  private static final long LAST_SECOND = 0xFFFF_FFFFL;

  private ZoneShifts() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add(
        "toUTCTimestamp",
        t -> t.withAliases("to_utc_timestamp").anyCase(),
        call -> shift(call, -1));
    family.add(
        "fromUTCTimestamp",
        t -> t.withAliases("from_utc_timestamp").anyCase(),
        call -> shift(call, 1));
    family.add(
        "UTCTimestamp",
        t -> t.withAliases("UTC_timestamp").anyCase().notDeterministic(),
        call ->
            Bound.constant(
                new DateTimeType("UTC"),
                LongColumn.of(call.arity(0).context().now().getEpochSecond())));
    family.add("addDate", t -> t.withAliases("ADDDATE").anyCase(), interval("plus"));
    family.add("subDate", t -> t.withAliases("SUBDATE").anyCase(), interval("minus"));
    family.add("timeDiff", ZoneShifts::timeDiff);
    family.add("dateName", t -> t.anyCase(), ZoneShifts::dateName);
    return family;
  }

  private static BoundFunction shift(CallSite call, int sign) {
    call.arity(2);
    boolean fine = call.base(0) instanceof DateTime64Type;
    String own =
        call.base(0) instanceof DateTime64Type time
            ? time.zone()
            : call.base(0) instanceof DateTimeType small ? small.zone() : "";
    if (own != null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function " + call.name() + "'s 1st argument should be a time without a time zone");
    }
    ZoneId zone = Zones.of(call.constantText(1));
    long ticks = fine ? ((DateTime64Type) call.base(0)).ticksPerSecond() : 1;
    return Bound.total(
        CarriedZones.dropped(call.base(0)),
        invocation -> {
          ZoneClock clock = new ZoneClock(zone);
          LongLane lane = LongLane.of(invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long value = lane.at(row);
            long moved = value + sign * ticks * clock.offsetAt(Math.floorDiv(value, ticks));
            result[row] = fine ? moved : Math.max(0, Math.min(moved, LAST_SECOND));
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static Binder interval(String operator) {
    return call -> {
      if (!(call.arity(2).base(1) instanceof IntervalType)) {
        throw call.illegal(1);
      }
      if (ClockArithmetic.isClock(call.base(0))) {
        throw call.illegal(0);
      }
      Composition composition = new Composition(call);
      return composition.bound(
          composition.call(operator, composition.argument(0), composition.argument(1)));
    };
  }

  private static BoundFunction timeDiff(CallSite call) {
    call.arity(2);
    Composition composition = new Composition(call);
    Part from = composition.argument(0);
    Part to = composition.argument(1);
    return composition.bound(composition.call("dateDiff", composition.text("second"), from, to));
  }

  /** The time, whose fraction is cut off towards 1970. */
  private static Part withoutFraction(CallSite call, Composition composition) {
    Part time = composition.argument(1);
    if (!(call.base(1) instanceof DateTime64Type type) || type.precision() == 0) {
      return time;
    }
    List<Part> cut = new ArrayList<>(List.of(time, composition.number(IntegerType.UINT8, 0)));
    String zone = type.settledZone();
    if (zone != null) {
      cut.add(composition.text(zone));
    }
    return composition.call("toDateTime64", cut);
  }

  private static BoundFunction dateName(CallSite call) {
    String part = call.arity(2, 3).constantText(0);
    Composition composition = new Composition(call);
    Part time = withoutFraction(call, composition);
    Part zone = call.size() > 2 ? composition.argument(2) : null;
    String format =
        switch (part) {
          case "month" -> "%M";
          case "weekday" -> "%W";
          default -> "";
        };
    if (!format.isEmpty()) {
      Part text = composition.text(format);
      return composition.bound(
          zone == null
              ? composition.call("formatDateTime", time, text)
              : composition.call("formatDateTime", time, text, zone));
    }
    String function =
        switch (part) {
          case "year" -> "toYear";
          case "quarter" -> "toQuarter";
          case "dayofyear" -> "toDayOfYear";
          case "day" -> "toDayOfMonth";
          case "week" -> "toISOWeek";
          case "hour" -> "toHour";
          case "minute" -> "toMinute";
          case "second" -> "toSecond";
          default ->
              throw call.refuse(
                  ErrorCode.BAD_ARGUMENTS, "Invalid date part " + part + " for function dateName");
        };
    Part number =
        zone == null ? composition.call(function, time) : composition.call(function, time, zone);
    return composition.bound(composition.call("toString", number));
  }
}
