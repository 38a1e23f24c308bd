// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static io.twinhouse.engine.text.TextInput.isDigit;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.time.CivilDate;

/** Dates under the cursor: {@code 2026-01-31}, {@code 2026-1-31}, {@code 20260131}. */
final class DateReader {

  static final long LAST_DATE = 65_535;
  static final long FIRST_DATE32 = CivilDate.toDays(1900, 1, 1);
  static final long LAST_DATE32 = CivilDate.toDays(2299, 12, 31);

  /** Characters of a date, and of a date with a time of day. */
  private static final int WITHOUT_TIME = 10;

  private static final int WITH_TIME = 19;

  private long days;

  /** Days since 1970 of the date read last, not yet cut to the range of a type. */
  long days() {
    return days;
  }

  /** {@link #days()} as a Date, or as a Date32. */
  long days(int bits) {
    return bits == 16
        ? Math.max(0, Math.min(days, LAST_DATE))
        : Math.max(FIRST_DATE32, Math.min(days, LAST_DATE32));
  }

  /**
   * Reads a date and, if one follows, the time of day behind it, which does not matter: of a text
   * as long as both the server does not even look at it.
   */
  boolean readWithTime(TextInput in) {
    int from = in.position();
    if (!read(in)) {
      return false;
    }
    boolean parted = in.peek() == ' ' || in.peek() == 'T';
    int left = from + WITH_TIME - in.position();
    boolean asLong = in.end() == from + WITH_TIME || (left > 0 && in.peek(left) == '.');
    boolean full = in.position() - from == WITHOUT_TIME && isTime(in);
    if (parted && left > 0 && in.end() >= from + WITH_TIME && (full || asLong)) {
      in.advance(left);
      skipFraction(in);
    }
    return true;
  }

  private static boolean isTime(TextInput in) {
    return isDigit(in.peek(1))
        && isDigit(in.peek(2))
        && in.peek(3) == ':'
        && isDigit(in.peek(4))
        && isDigit(in.peek(5))
        && in.peek(6) == ':'
        && isDigit(in.peek(7))
        && isDigit(in.peek(8));
  }

  /** A fraction of a second, if there are digits behind the point. */
  private static void skipFraction(TextInput in) {
    if (in.peek() == '.' && isDigit(in.peek(1))) {
      in.advance(2);
      while (isDigit(in.peek())) {
        in.advance(1);
      }
    }
  }

  boolean read(TextInput in) {
    if (in.end() - in.position() < 8) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_DATE,
          "Cannot parse date: value is too short: Cannot parse Date from String");
    }
    int from = in.position();
    int year = digits(in, 4);
    if (year < 0) {
      return failure(in, from);
    }
    int month;
    int day;
    if (isDigit(in.peek())) {
      month = digits(in, 2);
      day = digits(in, 2);
      if (month < 0 || day < 0) {
        return failure(in, from);
      }
    } else {
      in.advance(1);
      month = upToTwo(in);
      if (month < 0 || isDigit(in.peek())) {
        return failure(in, from);
      }
      in.advance(1);
      day = upToTwo(in);
      if (day < 0) {
        return failure(in, from);
      }
    }
    days = isKnown(month, day) ? CivilDate.toDays(year, month, day) : FIRST_DATE32;
    return true;
  }

  /** Whether a month and a day can be, in some month. */
  static boolean isKnown(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean failure(TextInput in, int from) {
    in.moveTo(from);
    return in.fail(
        ErrorCode.CANNOT_PARSE_DATE,
        "Cannot parse date here: " + in.text(from, in.end()) + ": Cannot parse Date from String");
  }

  private static int upToTwo(TextInput in) {
    return isDigit(in.peek(1)) ? digits(in, 2) : digits(in, 1);
  }

  /** Exactly {@code count} digits as a number, or -1. */
  static int digits(TextInput in, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (!isDigit(in.peek())) {
        return -1;
      }
      value = value * 10 + in.peek() - '0';
      in.advance(1);
    }
    return value;
  }
}
