// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import java.time.Instant;

/** The query's clock, time zones, and Unix timestamps. */
public final class ClockFunctions {

  private ClockFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add(
        "now",
        t -> t.withAliases("current_timestamp", "localtimestamp").anyCase().notDeterministic(),
        ClockFunctions::now);
    family.add("localtime", t -> t.anyCase().notDeterministic(), ClockFunctions::timeOfDay);
    family.add("now64", t -> t.anyCase().notDeterministic(), ClockFunctions::now64);
    family.add(
        "today",
        t -> t.withAliases("current_date", "curdate").anyCase().notDeterministic(),
        call -> day(call, 0));
    family.add("yesterday", t -> t.notDeterministic(), call -> day(call, -1));
    family.add(
        "timezone",
        t -> t.withAliases("timeZone").notDeterministic(),
        call -> text(call.arity(0).context().zone().getId()));
    family.add(
        "serverTimezone",
        t -> t.withAliases("serverTimeZone").notDeterministic(),
        call -> {
          call.arity(0);
          return text(CarriedZones.SERVER);
        });
    family.add(
        "timeZoneOf", t -> t.ownNulls().withAliases("timezoneOf"), ClockFunctions::timeZoneOf);
    family.add(
        "timezoneOffset", t -> t.withAliases("timeZoneOffset"), ClockFunctions::timezoneOffset);
    family.add(
        "toTimeZone",
        t -> t.withAliases("toTimezone").monotonic(TimeOrder.instant()),
        ClockFunctions::toTimeZone);
    family.add(
        "toUnixTimestamp64Second", t -> t.monotonic(TimeOrder.instant()), call -> toUnix(call, 1));
    family.add(
        "toUnixTimestamp64Milli",
        t -> t.monotonic(TimeOrder.instant()),
        call -> toUnix(call, 1000));
    family.add(
        "toUnixTimestamp64Micro",
        t -> t.monotonic(TimeOrder.instant()),
        call -> toUnix(call, 1_000_000));
    family.add(
        "toUnixTimestamp64Nano",
        t -> t.monotonic(TimeOrder.instant()),
        call -> toUnix(call, 1_000_000_000));
    family.add(
        "fromUnixTimestamp64Second",
        t -> t.monotonic(TimeOrder.ticks()),
        call -> fromUnix(call, 0));
    family.add(
        "fromUnixTimestamp64Milli", t -> t.monotonic(TimeOrder.ticks()), call -> fromUnix(call, 3));
    family.add(
        "fromUnixTimestamp64Micro", t -> t.monotonic(TimeOrder.ticks()), call -> fromUnix(call, 6));
    family.add(
        "fromUnixTimestamp64Nano", t -> t.monotonic(TimeOrder.ticks()), call -> fromUnix(call, 9));
    return family;
  }

  private static BoundFunction now(CallSite call) {
    String zone = call.arity(0, 1).zone(0);
    long second = call.context().now().getEpochSecond();
    return Bound.constant(new DateTimeType(zone), LongColumn.of(second));
  }

  private static BoundFunction now64(CallSite call) {
    call.arity(0, 2);
    long precision = call.size() > 0 ? call.constantLong(0) : 3;
    if (precision < 0 || precision > 9) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + precision + " is too large for DateTime64");
    }
    DateTime64Type type = new DateTime64Type((int) precision, call.zone(1));
    Instant now = call.context().now();
    long ticks = type.ticksPerSecond();
    long value = now.getEpochSecond() * ticks + now.getNano() / (1_000_000_000L / ticks);
    return Bound.constant(type, LongColumn.of(value));
  }

  private static BoundFunction timeOfDay(CallSite call) {
    ZoneClock clock = new ZoneClock(call.arity(0).context().zone());
    long local = clock.toLocal(call.context().now().getEpochSecond());
    return Bound.constant(TimeType.INSTANCE, LongColumn.of(Math.floorMod(local, TimeLane.DAY)));
  }

  private static BoundFunction day(CallSite call, int ahead) {
    call.arity(0);
    ZoneClock clock = new ZoneClock(call.context().zone());
    long local = clock.toLocal(call.context().now().getEpochSecond());
    return Bound.constant(DateType.DATE, LongColumn.of(Math.floorDiv(local, TimeLane.DAY) + ahead));
  }

  private static BoundFunction text(String text) {
    return Bound.constant(StringType.INSTANCE, BytesColumn.ofStrings(text));
  }

  private static BoundFunction timeZoneOf(CallSite call) {
    TimeSort sort = TimeSort.argument(call.arity(1), 0, 1);
    if (sort.isDate()) {
      throw call.illegal(0);
    }
    return text(sort.zone().getId());
  }

  private static BoundFunction timezoneOffset(CallSite call) {
    TimeSort sort = TimeSort.argument(call.arity(1, 1), 0, 1);
    if (sort.isDate()) {
      throw call.illegal(0);
    }
    return Bound.total(
        IntegerType.INT32,
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = lane.shownOffset(row);
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static BoundFunction toTimeZone(CallSite call) {
    call.arity(2);
    String zone = call.zoneOfType(1);
    if (zone != null) {
      Zones.of(zone);
    }
    Type type = call.base(0);
    if (type instanceof DateTime64Type time) {
      return Bound.total(
          new DateTime64Type(time.precision(), zone), invocation -> invocation.argument(0));
    }
    if (type instanceof DateTimeType) {
      return Bound.total(new DateTimeType(zone), invocation -> invocation.argument(0));
    }
    throw call.illegal(0);
  }

  private static BoundFunction toUnix(CallSite call, long ticksPerSecond) {
    call.arity(1);
    if (!(call.base(0) instanceof DateTime64Type time)) {
      throw call.illegal(0);
    }
    long own = time.ticksPerSecond();
    return Bound.of(
        IntegerType.INT64,
        invocation -> {
          LongLane lane = LongLane.of(invocation.argument(0));
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            // cut off towards 1970
            result[row] =
                own > ticksPerSecond
                    ? lane.at(row) / (own / ticksPerSecond)
                    : multiplied(lane.at(row), ticksPerSecond / own);
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static long multiplied(long ticks, long factor) {
    try {
      return Math.multiplyExact(ticks, factor);
    } catch (ArithmeticException e) {
      throw new TwinhouseException(ErrorCode.DECIMAL_OVERFLOW, "Decimal overflow", e);
    }
  }

  private static BoundFunction fromUnix(CallSite call, int precision) {
    call.arity(1, 2);
    if (!(call.base(0) instanceof IntegerType) || call.base(0).lane() != Lane.LONG) {
      throw call.illegal(0);
    }
    String zone = call.zone(1);
    return Bound.total(new DateTime64Type(precision, zone), invocation -> invocation.argument(0));
  }

  private static BoundFunction toInterval(CallSite call) {
    if (call.arity(2).constant(1) == null || !(call.base(1) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Second argument for function toInterval must be constant string: unit of interval");
    }
    String name = call.constantText(1);
    for (Unit unit : Unit.values()) {
      if (unit.text().equalsIgnoreCase(name)) {
        Type result = new IntervalType(unit);
        boolean nullable = call.type(0).isNullable();
        if (nullable && call.base(0) instanceof NothingType) {
          return Bound.total(call.type(0), invocation -> invocation.argument(0));
        }
        result = nullable ? result.toNullable() : result;
        var conversion = Conversions.of(call.type(0), result, call.context().zone());
        return Bound.of(result, invocation -> conversion.convert(invocation.argument(0)));
      }
    }
    throw call.refuse(
        ErrorCode.BAD_ARGUMENTS, name + " doesn't look like an interval unit in toInterval");
  }

  /** toIntervalDay and its kin: a number as a count of units. */
  public static FunctionFamily intervals() {
    FunctionFamily family = new FunctionFamily("Intervals");
    family.add("toInterval", t -> t.ownNulls(), ClockFunctions::toInterval);
    for (Unit unit : Unit.values()) {
      family.add(
          "toInterval" + unit.text(),
          call -> {
            Type result = new IntervalType(unit);
            if (call.arity(1, 1).base(0) instanceof DecimalType) {
              throw call.illegal(0);
            }
            var conversion = Conversions.of(call.base(0), result, call.context().zone());
            return Bound.of(result, invocation -> conversion.convert(invocation.argument(0)));
          });
    }
    return family;
  }
}
