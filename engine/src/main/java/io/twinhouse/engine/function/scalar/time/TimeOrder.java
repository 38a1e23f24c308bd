// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.Monotonicity;
import io.twinhouse.engine.function.MonotonicityRule;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where functions of dates and times are monotonic: while results of 16 and 32 bits hold them, from
 * 1970 to 2105. A later instant has an earlier local time where a clock was set back, by as much as
 * the offsets of its zone differ.
 */
public final class TimeOrder {

  /** The last day all of whose instants fit into 32 bits of seconds, in whatever zone. */
  public static final long LAST_DAY = CivilDate.toDays(2105, 12, 31);

  /** Of types that have days before 1970: what begins before it wraps in small results. */
  private static final long FIRST_DAY = 8;

  private static final long DAY = TimeLane.DAY;
  private static final long HOUR = 3600;
  private static final long MOST_UNITS = 1_000_000;
  private static final long LAST_SMALL_DAY = 65_535;

  private TimeOrder() {}

  /** A function of the local date or time, whose zone a second argument may name. */
  static MonotonicityRule local(int index, int zoneIndex) {
    return (arguments, result, session) -> {
      ZoneId zone = zone(arguments, index, zoneIndex, session);
      return MonotonicityRule.variable(arguments) != index || zone == null
          ? null
          : pieces(index, arguments.get(index).type(), slack(zone));
    };
  }

  /** A function of the local time that counts from 1970, in numbers that know nothing before. */
  static MonotonicityRule sinceEpoch() {
    return (arguments, result, session) -> {
      ZoneId zone = zone(arguments, 0, 1, session);
      if (MonotonicityRule.variable(arguments) != 0 || zone == null) {
        return null;
      }
      return pieces(0, arguments.get(0).type(), FIRST_DAY, slack(zone));
    };
  }

  /** A function of the instant. */
  static MonotonicityRule instant() {
    return (arguments, result, session) -> {
      int variable = MonotonicityRule.variable(arguments);
      return variable != 0 ? null : pieces(0, arguments.get(0).type(), 0);
    };
  }

  /** Whole numbers taken for seconds. */
  static MonotonicityRule seconds() {
    return (arguments, result, session) ->
        arguments.size() == 1 && arguments.get(0).type() instanceof IntegerType integer
            ? Monotonicity.within(0, 0, Math.min(LAST_DAY * DAY, largest(integer)))
            : null;
  }

  /** Whole numbers taken for ticks. */
  static MonotonicityRule ticks() {
    return (arguments, result, session) ->
        MonotonicityRule.variable(arguments) == 0
                && arguments.get(0).type() instanceof IntegerType integer
            ? Monotonicity.within(0, integer.signed() ? Long.MIN_VALUE : 0, largest(integer))
            : null;
  }

  private static long largest(IntegerType type) {
    int bits = type.signed() ? type.bits() - 1 : type.bits();
    return bits >= Long.SIZE - 1 ? Long.MAX_VALUE : (1L << bits) - 1;
  }

  /**
   * From 1970 to 2105.
   *
   * @param type of the argument
   * @param slack in seconds
   * @return null if it is neither a date nor a time
   */
  public static @Nullable Monotonicity pieces(int index, Type type, long slack) {
    boolean small = type.equals(DateType.DATE) || type instanceof DateTimeType;
    return pieces(index, type, small ? 0 : FIRST_DAY, slack);
  }

  private static @Nullable Monotonicity pieces(int index, Type type, long first, long slack) {
    if (type instanceof DateType) {
      return Monotonicity.within(index, first, LAST_DAY);
    }
    if (type instanceof DateTimeType) {
      return Monotonicity.within(index, first * DAY, LAST_DAY * DAY, slack);
    }
    if (type instanceof DateTime64Type fine) {
      long ticks = fine.ticksPerSecond();
      return Monotonicity.within(index, first * DAY * ticks, LAST_DAY * DAY * ticks, slack * ticks);
    }
    return null;
  }

  /** Seconds that two instants may be apart whose local times are in the other order. */
  public static long slack(ZoneId zone) {
    long spread = new ZoneClock(zone).offsetSpread();
    return spread == 0 ? 0 : spread + HOUR;
  }

  /**
   * The zone that an argument is read in; null where the call names one that is none.
   *
   * @param zoneIndex of the argument that may name it
   */
  public static @Nullable ZoneId zone(
      List<Argument> arguments, int index, int zoneIndex, ZoneId session) {
    String named = arguments.size() > zoneIndex ? text(arguments.get(zoneIndex)) : "";
    if (named == null) {
      return null;
    }
    try {
      TimeSort sort =
          TimeSort.of(arguments.get(index).type(), named.isEmpty() ? null : named, session);
      return sort == null ? null : sort.zone();
    } catch (DateTimeException | TwinhouseException unknown) {
      return null;
    }
  }

  private static @Nullable String text(Argument argument) {
    Column constant = argument.constant();
    return constant == null || !(argument.type() instanceof StringType)
        ? null
        : new String(((BytesColumn) constant.flatten()).bytes(0), StandardCharsets.UTF_8);
  }

  /** toStartOfInterval(time, INTERVAL n unit[, zone]). */
  static @Nullable Monotonicity interval(List<Argument> arguments, Type result, ZoneId session) {
    boolean origin = arguments.size() == 4 || arguments.size() == 3 && !isText(arguments.get(2));
    Long count = count(arguments.get(1));
    if (origin || count == null || !(arguments.get(1).type() instanceof IntervalType interval)) {
      return null;
    }
    return MonotonicityRule.variable(arguments) == 0
        ? beginning(arguments, 0, 2, interval.unit(), count, session)
        : null;
  }

  /** dateTrunc(unit, time[, zone]). */
  static @Nullable Monotonicity truncation(List<Argument> arguments, Type result, ZoneId session) {
    Unit unit = unit(arguments.get(0));
    return unit == null || MonotonicityRule.variable(arguments) != 1
        ? null
        : beginning(arguments, 1, 2, unit, 1, session);
  }

  private static @Nullable Monotonicity beginning(
      List<Argument> arguments, int index, int zoneIndex, Unit unit, long count, ZoneId session) {
    ZoneId zone = zone(arguments, index, zoneIndex, session);
    Type type = arguments.get(index).type();
    boolean small = type.equals(DateType.DATE) || type instanceof DateTimeType;
    boolean days = unit.compareTo(Unit.DAY) >= 0;
    if (zone == null || count > MOST_UNITS || (days && count > 1 && !small)) {
      return null;
    }
    long slack = slack(zone);
    long own = days || slack == 0 ? 0 : count * Math.max(1, IntervalUnit.seconds(unit));
    return pieces(index, type, FIRST_DAY, slack + own);
  }

  /** dateDiff(unit, time, time[, zone]). */
  static @Nullable Monotonicity distance(List<Argument> arguments, Type result, ZoneId session) {
    Unit unit = unit(arguments.get(0));
    int variable = MonotonicityRule.variable(arguments);
    if (unit == null || variable < 1 || variable > 2 || unit.compareTo(Unit.SECOND) < 0) {
      return null;
    }
    Type type = arguments.get(variable).type();
    boolean wraps = unit.compareTo(Unit.MINUTE) <= 0 && type instanceof DateType;
    ZoneId zone = zone(arguments, variable, 3, session);
    if (zone == null || wraps || unit == Unit.DAY && wrapsFirstDay(type, zone)) {
      return null;
    }
    return pieces(variable, type, slack(zone));
  }

  /** The first hours of 1970 are on the last day of 16 bits west of Greenwich. */
  private static boolean wrapsFirstDay(Type type, ZoneId zone) {
    boolean west = zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() < 0;
    return type instanceof DateTimeType && west;
  }

  /** addDays(time, n) and its kin. */
  static MonotonicityRule addition(Unit unit) {
    return (arguments, result, session) ->
        arguments.size() == 2 && MonotonicityRule.variable(arguments) == 0
            ? addition(arguments, 0, 1, unit, result, session)
            : null;
  }

  /** plus and minus of dates, times and intervals; null for other types. */
  public static @Nullable Monotonicity sum(List<Argument> arguments, Type result, ZoneId session) {
    int variable = MonotonicityRule.variable(arguments);
    if (arguments.size() != 2 || variable < 0) {
      return null;
    }
    Type time = arguments.get(variable).type();
    Type other = arguments.get(1 - variable).type();
    if (result.equals(IntegerType.INT32)) {
      return difference(variable, time, arguments.get(1 - variable));
    }
    if (other instanceof IntervalType interval) {
      return addition(arguments, variable, 1 - variable, interval.unit(), result, session);
    }
    Unit unit = time instanceof DateType ? Unit.DAY : Unit.SECOND;
    return other instanceof IntegerType
        ? addition(arguments, variable, 1 - variable, unit, result, session)
        : null;
  }

  /** Days or seconds between: those of 32 bits wrap in a result of 32 bits with a sign. */
  private static @Nullable Monotonicity difference(int variable, Type time, Argument other) {
    Long fixed = count(other);
    boolean dates = time.equals(DateType.DATE) && other.type().equals(DateType.DATE);
    boolean times = time instanceof DateTimeType && other.type() instanceof DateTimeType;
    if (fixed == null || !dates && !times) {
      return null;
    }
    return Monotonicity.within(
        variable,
        Math.max(0, fixed - Integer.MAX_VALUE),
        Math.min(dates ? LAST_SMALL_DAY : LAST_DAY * DAY, fixed + Integer.MAX_VALUE));
  }

  private static @Nullable Monotonicity addition(
      List<Argument> arguments, int index, int countIndex, Unit unit, Type result, ZoneId session) {
    Type type = arguments.get(index).type();
    Long count = count(arguments.get(countIndex));
    boolean sameKind = type.getClass().equals(result.getClass());
    boolean counted = sameKind && unit.compareTo(Unit.SECOND) >= 0;
    if (count == null || !counted || Math.abs(count) > MOST_UNITS) {
      return null;
    }
    long seconds = Math.abs(count) * secondsAtMost(unit);
    if (type instanceof DateType) {
      long days = (seconds + DAY - 1) / DAY;
      long first = type.equals(DateType.DATE) ? 0 : FIRST_DAY;
      return first + days > LAST_DAY - days
          ? null
          : Monotonicity.within(index, first + days, LAST_DAY - days);
    }
    ZoneId zone = zone(arguments, index, arguments.size(), session);
    if (zone == null || FIRST_DAY * DAY + seconds > LAST_DAY * DAY - seconds) {
      return null;
    }
    // Local time of day is kept; days that a month does not have become its last.
    long slack = unit.compareTo(Unit.DAY) < 0 ? 0 : 2 * slack(zone);
    slack += unit.compareTo(Unit.MONTH) >= 0 ? 3 * DAY : 0;
    long ticks = type instanceof DateTime64Type fine ? fine.ticksPerSecond() : 1;
    return Monotonicity.within(
        index,
        (FIRST_DAY * DAY + seconds) * ticks,
        (LAST_DAY * DAY - seconds) * ticks,
        slack * ticks);
  }

  private static long secondsAtMost(Unit unit) {
    return switch (unit) {
      case YEAR -> 366 * DAY;
      case QUARTER -> 93 * DAY;
      case MONTH -> 31 * DAY;
      case WEEK -> 7 * DAY;
      case DAY -> DAY;
      default -> Math.max(1, IntervalUnit.seconds(unit));
    };
  }

  private static boolean isText(Argument argument) {
    return CallSite.isText(argument.type());
  }

  private static @Nullable Unit unit(Argument argument) {
    String written = text(argument);
    return written == null ? null : IntervalUnit.named(written.toLowerCase(Locale.ROOT));
  }

  /** The whole number that a constant is; null if it is none. */
  private static @Nullable Long count(Argument argument) {
    Column constant = argument.constant();
    boolean whole =
        argument.type() instanceof IntegerType && argument.type().lane() == Lane.LONG
            || argument.type() instanceof IntervalType
            || argument.type() instanceof DateType
            || argument.type() instanceof DateTimeType;
    if (constant == null || !whole) {
      return null;
    }
    long value = ((LongColumn) constant.flatten()).values()[0];
    return value < 0 && argument.type().equals(IntegerType.UINT64) ? null : (Long) value;
  }
}
