// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static io.twinhouse.engine.text.TextInput.isDigit;

import io.twinhouse.engine.error.ErrorCode;
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
 * since 1970; the best effort form is {@link BestEffortTime}'s.
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

  /** Nanoseconds within the second of the time read last. */
  long nanos() {
    return nanos;
  }

  /** Seconds cut to what a DateTime holds. */
  long secondOfDateTime() {
    return Math.max(0, Math.min(second, 0xFFFF_FFFFL));
  }

  /** Whether there are more ticks than a DateTime64 can count. */
  boolean isBeyond(long ticksPerSecond) {
    long last = Long.MAX_VALUE / ticksPerSecond;
    long ticks = nanos / (1_000_000_000L / ticksPerSecond);
    return Math.abs(second) > last || second == last && ticks > Long.MAX_VALUE % ticksPerSecond;
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
    if (!isDated(in)) {
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

  /** Whether a year stands here and no number with a fraction. */
  private static boolean isDated(TextInput in) {
    boolean dated =
        isDigit(in.peek()) && isDigit(in.peek(3)) && in.peek(4) >= 0 && !isDigit(in.peek(4));
    return dated && (in.peek(4) != '.' || in.peek(7) == '.');
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
   * A time in any of the usual forms.
   *
   * @param fine whether a fraction of the second counts, as for DateTime64
   */
  boolean readBestEffort(TextInput in, boolean fine) {
    BestEffortTime time = new BestEffortTime(in, clock, monthFirst, fine);
    boolean read = time.read();
    second = time.epochSecond();
    nanos = time.nanos();
    return read;
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
