// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static io.twinhouse.engine.text.TextInput.isDigit;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;

/**
 * Times of no day. Written {@code -01:02:03.500}, hours of three digits where there are that many;
 * read under the cursor: up to three digits of hours, two of minutes and two of seconds, or minutes
 * and seconds, or seconds alone; minutes and seconds may be more than a clock has. What follows the
 * longest of these is left.
 */
final class ClockText {

  private final boolean fine;
  private final long ticksPerSecond;

  private ClockText(boolean fine, long ticksPerSecond) {
    this.fine = fine;
    this.ticksPerSecond = ticksPerSecond;
  }

  static CellReader seconds() {
    return new ClockText(false, 1)::read;
  }

  static CellReader ticks(Time64Type type) {
    return new ClockText(true, type.ticksPerSecond())::read;
  }

  private boolean read(TextInput in, ColumnBuilder out) {
    boolean negative = in.peek() == '-';
    int next = in.peek(negative ? 1 : 0);
    boolean fractionAlone = fine && negative && next == '.' && isDigit(in.peek(2));
    if (!isDigit(next) && !fractionAlone) {
      String what = fine ? "Time64" : "Time";
      return in.fail(
          ErrorCode.CANNOT_PARSE_DATETIME,
          "Cannot parse " + what + ": '" + in.text(in.position(), in.end()) + "'");
    }
    in.advance(negative ? 1 : 0);
    long seconds = seconds(in);
    long ticks =
        fine ? seconds * ticksPerSecond + fraction(in) : Math.min(seconds, TimeType.LAST_SECOND);
    out.appendLong(negative ? -ticks : ticks);
    return true;
  }

  private static long seconds(TextInput in) {
    for (int hours = 1; hours <= 3; hours++) {
      if (areDigits(in, 0, hours) && isPair(in, hours) && isPair(in, hours + 3)) {
        long value = taken(in, hours) * 3600L;
        value += taken(in, 3) * 60L;
        return value + taken(in, 3);
      }
    }
    int first = areDigits(in, 0, 2) ? 2 : areDigits(in, 0, 1) ? 1 : 0;
    int value = taken(in, first);
    return isPair(in, 0) ? value * 60L + taken(in, 3) : value;
  }

  private static boolean areDigits(TextInput in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(in.peek(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a colon and two digits stand there. */
  private static boolean isPair(TextInput in, int ahead) {
    return in.peek(ahead) == ':' && areDigits(in, ahead + 1, ahead + 3);
  }

  /** Passes so many bytes; the number that their digits are. */
  private static int taken(TextInput in, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int next = in.peek();
      value = isDigit(next) ? value * 10 + next - '0' : value;
      in.advance(1);
    }
    return value;
  }

  private long fraction(TextInput in) {
    if (in.peek() != '.') {
      return 0;
    }
    in.advance(1);
    long unit = ticksPerSecond;
    long ticks = 0;
    while (isDigit(in.peek())) {
      unit /= 10;
      ticks += unit * (in.peek() - '0');
      in.advance(1);
    }
    return ticks;
  }

  static void write(long seconds, TextOutput out) {
    out.put(seconds < 0 ? "-" : "");
    unsigned(within(seconds, TimeType.LAST_SECOND), out);
  }

  private static long within(long value, long most) {
    return Math.min(Math.abs(Math.max(value, -most)), most);
  }

  private static void unsigned(long seconds, TextOutput out) {
    out.putDigits(seconds / 3600, 2).put(':').putDigits(seconds / 60 % 60, 2);
    out.put(':').putDigits(seconds % 60, 2);
  }

  static void writeTicks(long ticks, Time64Type type, TextOutput out) {
    long perSecond = type.ticksPerSecond();
    out.put(ticks < 0 ? "-" : "");
    unsigned(within(ticks / perSecond, TimeType.LAST_SECOND), out);
    if (type.precision() > 0) {
      out.put('.').putDigits(Math.abs(ticks % perSecond), type.precision());
    }
  }
}
