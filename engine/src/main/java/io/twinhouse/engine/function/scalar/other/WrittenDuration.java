// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.HashMap;
import java.util.Map;

/** Reads numbers with units of time, one after the other, and adds them up. One thread. */
final class WrittenDuration {

  private static final Map<String, Double> UNITS = new HashMap<>();

  static {
    units(365d * 86_400, "years", "year", "yr", "y");
    units(30.5 * 86_400, "months", "month", "mo");
    units(7d * 86_400, "weeks", "week", "w");
    units(86_400, "days", "day", "d");
    units(3_600, "hours", "hour", "hr", "h");
    units(60, "minutes", "minute", "min", "m");
    units(1, "seconds", "second", "sec", "s");
    units(1e-3, "milliseconds", "millisecond", "millisec", "ms");
    units(1e-6, "microseconds", "microsecond", "microsec", "\u03bcs", "\u00b5s", "us");
    units(1e-9, "nanoseconds", "nanosecond", "nanosec", "ns");
  }

  private final String text;
  private int at;

  private WrittenDuration(String text) {
    this.text = text;
  }

  private static void units(double seconds, String... names) {
    for (String name : names) {
      UNITS.put(name, seconds);
    }
  }

  /**
   * @throws TwinhouseException BAD_ARGUMENTS for what is no duration
   */
  static double seconds(String text) {
    return new WrittenDuration(text).sum();
  }

  private double sum() {
    skipBlanks();
    if (at == text.length()) {
      throw wrong("no valid characters, str");
    }
    double sum = 0;
    boolean more = true;
    while (more) {
      sum += part();
      skipBlanks();
      if (at == text.length()) {
        return sum;
      }
      more = ";-+,:".indexOf(text.charAt(at)) < 0 || skipSeparator();
    }
    throw wrong("str");
  }

  /** A separator stands between parts; false at the end of the text. */
  private boolean skipSeparator() {
    at++;
    skipBlanks();
    return at < text.length();
  }

  private double part() {
    int start = at;
    skipDigits();
    if (at == start) {
      throw wrong("number not found, str");
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      int fraction = at;
      skipDigits();
      if (at == fraction) {
        throw wrong("number not found after '.', str");
      }
    }
    double number = Double.parseDouble(text.substring(start, at));
    skipBlanks();
    if (at == text.length()) {
      throw wrong("str");
    }
    int unit = at;
    while (at < text.length() && isOfUnit(text.charAt(at))) {
      at++;
    }
    if (at == unit) {
      at++;
    }
    Double seconds = UNITS.get(text.substring(unit, at));
    if (seconds == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Invalid argument of function parseTimeDelta, can't parse the unit: \""
              + text.substring(unit, at)
              + "\"");
    }
    return number * seconds;
  }

  private static boolean isOfUnit(char c) {
    return Character.isLetter(c) || c == '\u00b5';
  }

  private void skipDigits() {
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\f\r\u000b".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private TwinhouseException wrong(String what) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Invalid argument of function parseTimeDelta, " + what + ": \"" + text + "\"");
  }
}
