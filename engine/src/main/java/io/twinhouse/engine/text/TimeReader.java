// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static io.twinhouse.engine.text.TextInput.isDigit;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Times under the cursor. The basic form is {@code 2026-01-31 23:59:59}, a date alone or seconds
 * since 1970; the best effort form adds the usual separators, optional parts, fractions and
 * offsets. What ClickHouse's best effort knows beyond that (names of months, AM and PM) is refused.
 */
final class TimeReader {

  private final ZoneClock clock;
  private final boolean monthFirst;
  private long second;
  private long nanos;

  TimeReader(ZoneClock clock, boolean monthFirst) {
    this.clock = clock;
    this.monthFirst = monthFirst;
  }

  /** Seconds since 1970 of the time read last. */
  long second() {
    return second;
  }

  /** Nanoseconds within the second of the time read last. */
  long nanos() {
    return nanos;
  }

  /** Seconds cut to what a DateTime holds. */
  long secondOfDateTime() {
    return Math.max(0, Math.min(second, 0xFFFF_FFFFL));
  }

  /** Ticks of a DateTime64. */
  long ticks(long ticksPerSecond) {
    return second * ticksPerSecond + nanos / (1_000_000_000L / ticksPerSecond);
  }

  /**
   * @param ticksPerSecond of a DateTime64, which knows a fraction, a sign and years from 1900 on; 0
   *     for a DateTime
   */
  boolean readBasic(TextInput in, long ticksPerSecond) {
    boolean fine = ticksPerSecond > 0;
    nanos = 0;
    int from = in.position();
    boolean dated =
        isDigit(in.peek()) && isDigit(in.peek(3)) && in.peek(4) >= 0 && !isDigit(in.peek(4));
    if (!dated || in.peek(4) == '.') {
      boolean read = fine ? readTicks(in, ticksPerSecond) : readSeconds(in, false);
      return read || failure(in, from, "Cannot parse DateTime");
    }
    int year = DateReader.digits(in, 4);
    in.advance(1);
    int month = DateReader.digits(in, 2);
    in.advance(1);
    int day = DateReader.digits(in, 2);
    long time = exactTimeOfDay(in);
    if (Math.min(Math.min(year, month), day) < 0 || time < 0) {
      return failure(in, from, "Cannot parse DateTime");
    }
    if (fine && in.peek() == '.') {
      readFraction(in);
    }
    if (fine && year == 0) {
      second = 0;
      nanos = 0;
    } else if (DateReader.isKnown(month, day)) {
      second = clock.toInstant(CivilDate.toDays(year, month, day) * 86_400 + time);
    } else {
      second = fine ? clock.toInstant(DateReader.FIRST_DATE32 * 86_400 + time) : 0;
    }
    return true;
  }

  /** Two digits each, whatever stands between them; 0 if no time follows, -1 if it is no time. */
  private static long exactTimeOfDay(TextInput in) {
    if (in.peek() != ' ' && in.peek() != 'T') {
      return 0;
    }
    in.advance(1);
    int hour = DateReader.digits(in, 2);
    in.advance(1);
    int minute = DateReader.digits(in, 2);
    in.advance(1);
    int second = DateReader.digits(in, 2);
    return hour < 0 || minute < 0 || second < 0 ? -1 : hour * 3600L + minute * 60L + second;
  }

  /** A number beyond the seconds of the calendar is ticks. */
  private boolean readTicks(TextInput in, long ticksPerSecond) {
    if (!readSeconds(in, true)) {
      return false;
    }
    long last = CivilDate.toDays(9999, 12, 31) * 86_400 + 86_399;
    if (second > last && nanos == 0) {
      nanos = second % ticksPerSecond * (1_000_000_000L / ticksPerSecond);
      second = second / ticksPerSecond;
    }
    second = Math.min(second, last);
    return Math.abs(second) <= Long.MAX_VALUE / ticksPerSecond;
  }

  private boolean readSeconds(TextInput in, boolean fine) {
    boolean empty = fine && in.peek() < 0;
    boolean negative = fine && in.skip('-');
    long value = 0;
    int digits = 0;
    while (isDigit(in.peek()) && digits < 19) {
      long next = value * 10 + in.peek() - '0';
      if (next < value) {
        return false;
      }
      value = next;
      digits++;
      in.advance(1);
    }
    if (!empty && digits < 5 && !negative) {
      return false;
    }
    if (fine && in.peek() == '.') {
      readFraction(in);
    }
    second = value;
    if (negative && value > 0) {
      second = nanos > 0 ? -value - 1 : -value;
      nanos = nanos > 0 ? 1_000_000_000L - nanos : 0;
    }
    return true;
  }

  /**
   * @param fine whether a fraction may follow seconds since 1970, as for DateTime64
   */
  boolean readBestEffort(TextInput in, boolean fine) {
    nanos = 0;
    int from = in.position();
    in.skipBlanks();
    int digits = 0;
    while (isDigit(in.peek(digits))) {
      digits++;
    }
    if (digits == 0) {
      return failure(
          in, from, "Cannot read DateTime: neither Date nor Time was parsed successfully");
    }
    boolean dayFirst = isDayFirst(in, digits);
    boolean separated =
        digits == 4 && (in.peek(4) == '-' || in.peek(4) == '/' || in.peek(4) == '.');
    if (!separated && !dayFirst && digits != 8) {
      return readNumber(in, from, digits) && (!fine || fractionBehind(in));
    }
    if (dayFirst ? !readDayFirst(in) : !readDate(in, true)) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_DATETIME,
          "Cannot read DateTime: unexpected date: " + in.text(from, in.end()));
    }
    long local = second;
    if (isTimeAhead(in)) {
      in.advance(1);
      long time = timeOfDay(in, false);
      if (time < 0) {
        return failure(in, from, "Cannot read DateTime: unexpected time");
      }
      local += time;
      if (in.peek() == '.') {
        readFraction(in);
      }
    }
    return readOffset(in, from, local);
  }

  /** Whether a date like 31/1/2026 stands here: one or two digits, twice, and a year. */
  private static boolean isDayFirst(TextInput in, int digits) {
    if (digits > 2 || !isSeparator(in.peek(digits))) {
      return false;
    }
    int second = digits + 1;
    int behind = second;
    while (isDigit(in.peek(behind))) {
      behind++;
    }
    if (behind == second || behind > second + 2 || !isSeparator(in.peek(behind))) {
      return false;
    }
    for (int i = 1; i <= 4; i++) {
      if (!isDigit(in.peek(behind + i))) {
        return false;
      }
    }
    return !isDigit(in.peek(behind + 5));
  }

  private static boolean isSeparator(int next) {
    return next == '/' || next == '-' || next == '.';
  }

  /** Reads such a date; what cannot be a month is the day. */
  private boolean readDayFirst(TextInput in) {
    int first = oneOrTwo(in);
    in.advance(1);
    int then = oneOrTwo(in);
    in.advance(1);
    int year = DateReader.digits(in, 4);
    int month = monthFirst ? first : then;
    int day = monthFirst ? then : first;
    if (month > 12) {
      int swapped = month;
      month = day;
      day = swapped;
    }
    boolean known = month >= 1 && month <= 12 && day >= 1;
    if (!known || day > CivilDate.daysInMonth(year, month)) {
      return false;
    }
    second = CivilDate.toDays(year, month, day) * 86_400;
    return true;
  }

  private boolean fractionBehind(TextInput in) {
    if (in.peek() == '.') {
      readFraction(in);
    }
    return true;
  }

  private static boolean isTimeAhead(TextInput in) {
    int first = in.peek();
    if (first != ' ' && first != 'T' || !isDigit(in.peek(1))) {
      return false;
    }
    return in.peek(2) == ':' || (isDigit(in.peek(2)) && in.peek(3) == ':');
  }

  private boolean readNumber(TextInput in, int from, int digits) {
    switch (digits) {
      case 9, 10 -> second = number(in, digits);
      case 13 -> {
        long millis = number(in, digits);
        second = millis / 1000;
        nanos = millis % 1000 * 1_000_000;
        if (in.peek() == '.') {
          return failure(in, from, "Cannot read DateTime: unexpected point symbol");
        }
      }
      case 16 -> {
        long micros = number(in, digits);
        second = micros / 1_000_000;
        nanos = micros % 1_000_000 * 1000;
      }
      case 4 -> {
        second = CivilDate.toDays(number(in, 4), 1, 1) * 86_400;
        return readOffset(in, from, second);
      }
      case 14 -> {
        if (!readDate(in, true)) {
          return failure(in, from, "Cannot read DateTime: unexpected date");
        }
        long time = number(in, 2) * 3600 + number(in, 2) * 60;
        return readOffset(in, from, second + time + number(in, 2));
      }
      default -> {
        return failure(
            in, from, "Cannot read DateTime: unexpected number of decimal digits: " + digits);
      }
    }
    return true;
  }

  private static long number(TextInput in, int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 10 + in.peek() - '0';
      in.advance(1);
    }
    return value;
  }

  /** Reads a date into {@link #second} as local midnight. */
  private boolean readDate(TextInput in, boolean exact) {
    int year = DateReader.digits(in, 4);
    if (year == 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Times of the year 0, which the server takes for this year");
    }
    boolean separated = !isDigit(in.peek());
    if (separated) {
      in.advance(1);
    }
    int month =
        separated && !isDigit(in.peek(1)) ? DateReader.digits(in, 1) : DateReader.digits(in, 2);
    if (separated) {
      in.advance(1);
    }
    int day = isDigit(in.peek(1)) ? DateReader.digits(in, 2) : DateReader.digits(in, 1);
    boolean known = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (month < 0 || day < 0 || (exact && (!known || day > CivilDate.daysInMonth(year, month)))) {
      return false;
    }
    second = (known ? CivilDate.toDays(year, month, day) : 0) * 86_400;
    return true;
  }

  /** Hours, minutes and, if {@code full} they must be there, seconds; -1 if they are not. */
  private static long timeOfDay(TextInput in, boolean full) {
    int hour = oneOrTwo(in);
    if (hour < 0 || !in.skip(':')) {
      return -1;
    }
    int minute = oneOrTwo(in);
    if (minute < 0) {
      return -1;
    }
    if (in.peek() != ':') {
      return full ? -1 : hour * 3600L + minute * 60L;
    }
    in.advance(1);
    int second = oneOrTwo(in);
    return second < 0 ? -1 : hour * 3600L + minute * 60L + second;
  }

  private static int oneOrTwo(TextInput in) {
    return isDigit(in.peek(1)) ? DateReader.digits(in, 2) : DateReader.digits(in, 1);
  }

  private void readFraction(TextInput in) {
    in.advance(1);
    long unit = 100_000_000;
    nanos = 0;
    while (isDigit(in.peek())) {
      nanos += unit * (in.peek() - '0');
      unit /= 10;
      in.advance(1);
    }
  }

  /** Reads a zone behind a local time, if there is one, and turns it into an instant. */
  private boolean readOffset(TextInput in, int from, long local) {
    in.skipBlanks();
    if (in.atEnd()) {
      second = clock.toInstant(local);
      return true;
    }
    if (in.skipWord("Z") || in.skipWord("UTC") || in.skipWord("GMT")) {
      second = local;
      return in.atEnd() || failure(in, from, "Cannot read DateTime: unexpected word");
    }
    if (in.peek() == '+' || in.peek() == '-') {
      int sign = in.peek() == '-' ? -1 : 1;
      in.advance(1);
      int hours = DateReader.digits(in, 2);
      in.skip(':');
      int minutes = in.atEnd() ? 0 : DateReader.digits(in, 2);
      if (hours >= 0 && minutes >= 0) {
        second = local - sign * (hours * 3600L + minutes * 60L);
        return true;
      }
    }
    if (isDigit(in.peek())) {
      in.moveTo(from);
      return in.fail(
          ErrorCode.CANNOT_PARSE_TEXT,
          "Cannot parse string '" + in.text() + "' as DateTime: syntax error");
    }
    return failure(in, from, "Cannot read DateTime: unexpected word");
  }

  private static boolean failure(TextInput in, int from, String message) {
    in.moveTo(from);
    return in.fail(ErrorCode.CANNOT_PARSE_DATETIME, message + ": '" + in.text() + "'");
  }

  /**
   * Dates and times that stand as numbers where texts have quotes: days, seconds or ticks since
   * 1970, whatever the number of digits. Digits beyond 64 bits wrap, as do days beyond those of a
   * Date.
   */
  static final class Counts {

    private static final long FIRST_DAY = CivilDate.toDays(0, 1, 1);
    private static final long LAST_DAY = CivilDate.toDays(9999, 12, 31);
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    /** What may stand behind a number. */
    private static final String BEHIND = " \t\r\n,:)]}";

    private Counts() {}

    /** The reader of a type's numbers; null for types that are neither dates nor times. */
    static @Nullable CellReader reader(Type type) {
      if (type instanceof DateType date) {
        boolean small = date.bits() == 16;
        return (in, out) -> {
          int from = in.position();
          if (!pass(in, !small)) {
            return false;
          }
          long days = value(in, from);
          out.appendLong(
              small
                  ? days & DateReader.LAST_DATE
                  : Math.max(FIRST_DAY, Math.min((int) days, LAST_DAY)));
          return true;
        };
      }
      boolean known =
          type instanceof DateTimeType
              || type instanceof DateTime64Type
              || type instanceof TimeType
              || type instanceof Time64Type;
      if (!known) {
        return null;
      }
      boolean seconds = type instanceof DateTimeType;
      return (in, out) -> {
        int from = in.position();
        if (!pass(in, true)) {
          return false;
        }
        long count = value(in, from);
        out.appendLong(seconds ? Math.max(0, Math.min(count, LAST_SECOND)) : count);
        return true;
      };
    }

    /** Passes a sign and digits. */
    private static boolean pass(TextInput in, boolean signed) {
      boolean negative = in.skip('-');
      boolean sign = negative || in.skip('+');
      if (negative && !signed) {
        return in.fail(ErrorCode.CANNOT_PARSE_NUMBER, "Unsigned type must not contain '-' symbol");
      }
      if (!TextInput.isDigit(in.peek())) {
        return sign
            ? in.fail(ErrorCode.CANNOT_PARSE_NUMBER, "Cannot parse number without any digits")
            : ContainerReaders.expect(in, '"');
      }
      while (TextInput.isDigit(in.peek())) {
        in.advance(1);
      }
      // a fraction, an exponent or the rest of a date without quotes
      boolean ends = in.atEnd() || BEHIND.indexOf(in.peek()) >= 0;
      return ends || ContainerReaders.expect(in, ',');
    }

    /** The number between a position and the cursor. */
    private static long value(TextInput in, int from) {
      long value = 0;
      for (int i = from; i < in.position(); i++) {
        int next = in.data()[i];
        value = TextInput.isDigit(next) ? value * 10 + next - '0' : value;
      }
      return in.data()[from] == '-' ? -value : value;
    }
  }
}
