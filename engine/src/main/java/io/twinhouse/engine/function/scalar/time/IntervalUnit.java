// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.IntervalType.Unit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Units of time by the names that dateDiff and dateTrunc accept. */
final class IntervalUnit {

  private IntervalUnit() {}

  /** The unit that the constant argument {@code index} names. */
  static Unit argument(CallSite call, int index) {
    String text = call.constantText(index);
    Unit unit = named(text.toLowerCase(Locale.ROOT));
    if (unit == null) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Function " + call.name() + " does not support '" + text + "' unit");
    }
    return unit;
  }

  static @Nullable Unit named(String name) {
    return switch (name) {
      case "year", "years", "yy", "yyyy" -> Unit.YEAR;
      case "quarter", "quarters", "qq", "q" -> Unit.QUARTER;
      case "month", "months", "mm", "m" -> Unit.MONTH;
      case "week", "weeks", "wk", "ww" -> Unit.WEEK;
      case "day", "days", "dd", "d" -> Unit.DAY;
      case "hour", "hours", "hh", "h" -> Unit.HOUR;
      case "minute", "minutes", "mi", "n" -> Unit.MINUTE;
      case "second", "seconds", "ss", "s" -> Unit.SECOND;
      case "millisecond", "milliseconds", "ms" -> Unit.MILLISECOND;
      case "microsecond", "microseconds", "us", "u" -> Unit.MICROSECOND;
      case "nanosecond", "nanoseconds", "ns" -> Unit.NANOSECOND;
      default -> null;
    };
  }

  /** Ticks in a second for units below a second, else 1. */
  static long ticksPerSecond(Unit unit) {
    return switch (unit) {
      case NANOSECOND -> 1_000_000_000L;
      case MICROSECOND -> 1_000_000L;
      case MILLISECOND -> 1000L;
      default -> 1;
    };
  }

  /** Digits of a second's fraction that the unit counts. */
  static int precision(Unit unit) {
    return switch (unit) {
      case NANOSECOND -> 9;
      case MICROSECOND -> 6;
      case MILLISECOND -> 3;
      default -> 0;
    };
  }

  /** Seconds of units from a second to an hour; 0 for all others. */
  static long seconds(Unit unit) {
    return switch (unit) {
      case SECOND -> 1;
      case MINUTE -> 60;
      case HOUR -> 3600;
      default -> 0;
    };
  }
}
