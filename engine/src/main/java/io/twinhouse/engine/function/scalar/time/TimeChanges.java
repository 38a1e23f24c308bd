// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import static io.twinhouse.engine.time.CivilDate.day;
import static io.twinhouse.engine.time.CivilDate.month;
import static io.twinhouse.engine.time.CivilDate.pack;
import static io.twinhouse.engine.time.CivilDate.toDays;
import static io.twinhouse.engine.time.CivilDate.year;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.Type;

/** changeYear and its kin: one part of a date or time replaced by a number. */
public final class TimeChanges {

  private static final long LAST_DATE = 65_535;
  private static final long LAST_SECOND = 0xFFFF_FFFFL;

  private TimeChanges() {}

  /** The part that is replaced. */
  private enum Part {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.add("changeYear", t -> t.notFolded(), call -> bind(call, Part.YEAR));
    family.add("changeMonth", t -> t.notFolded(), call -> bind(call, Part.MONTH));
    family.add("changeDay", t -> t.notFolded(), call -> bind(call, Part.DAY));
    family.add("changeHour", t -> t.notFolded(), call -> bind(call, Part.HOUR));
    family.add("changeMinute", t -> t.notFolded(), call -> bind(call, Part.MINUTE));
    family.add("changeSecond", t -> t.notFolded(), call -> bind(call, Part.SECOND));
    return family;
  }

  private static BoundFunction bind(CallSite call, Part part) {
    TimeSort sort = TimeSort.argument(call.arity(2).integer(1), 0, 2);
    Type result = resultType(sort, part);
    long ticks = result instanceof DateTime64Type time ? time.ticksPerSecond() : 1;
    boolean asDate = result instanceof DateType;
    return Bound.total(
        result,
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          LongLane numbers = LongLane.of(invocation.argument(1));
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            long number = numbers.at(row);
            if (part == Part.YEAR && (number < first(result) || number > last(result))) {
              values[row] = number < first(result) ? least(result) : most(result);
            } else if (!isValid(part, number)) {
              values[row] = least(result);
            } else {
              long days = changedDay(part, lane.localDay(row), number);
              long local = days * TimeLane.DAY + changedTime(part, lane.secondOfDay(row), number);
              long fraction = ticks == 1 ? 0 : Math.floorMod(lane.ticks(row, ticks), ticks);
              long changed =
                  asDate ? days : inTicks(lane.clock().toInstant(local), ticks, fraction);
              values[row] = clamp(result, changed);
            }
          }
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  private static Type resultType(TimeSort sort, Part part) {
    if (!sort.isDate() || part.compareTo(Part.HOUR) < 0) {
      return sort.type();
    }
    return sort.isDate16() ? new DateTimeType(null) : new DateTime64Type(3, null);
  }

  private static boolean isValid(Part part, long number) {
    return switch (part) {
      case YEAR -> true;
      case MONTH -> number >= 1 && number <= 12;
      case DAY -> number >= 1 && number <= 31;
      case HOUR -> number >= 0 && number <= 23;
      case MINUTE, SECOND -> number >= 0 && number <= 59;
    };
  }

  private static long changedDay(Part part, long day, long number) {
    long packed = pack(day);
    return switch (part) {
      case YEAR -> toDays(number, month(packed), day(packed));
      case MONTH -> toDays(year(packed), (int) number, day(packed));
      case DAY -> toDays(year(packed), month(packed), (int) number);
      default -> day;
    };
  }

  private static long changedTime(Part part, int second, long number) {
    return switch (part) {
      case HOUR -> number * 3600 + second % 3600;
      case MINUTE -> second / 3600 * 3600L + number * 60 + second % 60;
      case SECOND -> second / 60 * 60L + number;
      default -> second;
    };
  }

  private static long first(Type type) {
    if (type instanceof DateTime64Type) {
      return 0;
    }
    return type.equals(DateType.DATE32) ? 1900 : 1970;
  }

  private static long last(Type type) {
    if (type instanceof DateTime64Type) {
      return 9999;
    }
    if (type instanceof DateTimeType) {
      return 2106;
    }
    return type.equals(DateType.DATE32) ? 2299 : 2149;
  }

  private static long least(Type type) {
    if (type instanceof DateTime64Type time) {
      long first = io.twinhouse.engine.time.CivilDate.FIRST_DAY * TimeLane.DAY;
      return inTicks(first, time.ticksPerSecond(), 0);
    }
    return type.equals(DateType.DATE32) ? toDays(1900, 1, 1) : 0;
  }

  private static long most(Type type) {
    if (type instanceof DateTime64Type time) {
      long next = (io.twinhouse.engine.time.CivilDate.LAST_DAY + 1) * TimeLane.DAY;
      long past = inTicks(next, time.ticksPerSecond(), 0);
      return past == Long.MAX_VALUE ? past : past - 1;
    }
    if (type instanceof DateTimeType) {
      return LAST_SECOND;
    }
    return type.equals(DateType.DATE32) ? toDays(2299, 12, 31) : LAST_DATE;
  }

  /** The nearest ticks that there are. */
  private static long inTicks(long second, long ticks, long fraction) {
    if (Math.abs(second) >= Long.MAX_VALUE / ticks) {
      return second < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return second * ticks + fraction;
  }

  private static long clamp(Type type, long value) {
    if (type instanceof DateTime64Type) {
      return value;
    }
    return Math.max(least(type), Math.min(most(type), value));
  }
}
