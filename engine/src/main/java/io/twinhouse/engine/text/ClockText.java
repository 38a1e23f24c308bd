// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;

/** Times of no day: {@code -01:02:03.500}, hours of three digits where there are that many. */
final class ClockText {

  private ClockText() {}

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
