// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;

/** Dates and times in the simple form: {@code 2026-01-31 23:59:59.999}. */
final class TimeText {

  private TimeText() {}

  static void writeDate(long days, TextOutput out) {
    long packed = CivilDate.pack(CivilDate.clampDay(days));
    out.putDigits(CivilDate.year(packed), 4).put('-');
    out.putDigits(CivilDate.month(packed), 2).put('-');
    out.putDigits(CivilDate.day(packed), 2);
  }

  static void writeDateTime(long epochSecond, ZoneClock clock, TextOutput out) {
    long local = CivilDate.clampSecond(clock.toLocal(epochSecond));
    long days = Math.floorDiv(local, 86_400L);
    int second = (int) (local - days * 86_400);
    writeDate(days, out);
    out.put(' ').putDigits(second / 3600, 2).put(':').putDigits(second / 60 % 60, 2);
    out.put(':').putDigits(second % 60, 2);
  }

  static void writeIso(long epochSecond, TextOutput out) {
    isoSecond(epochSecond, out);
    out.put('Z');
  }

  private static void isoSecond(long epochSecond, TextOutput out) {
    long days = Math.floorDiv(epochSecond, 86_400L);
    int second = (int) (epochSecond - days * 86_400);
    writeDate(days, out);
    out.put('T').putDigits(second / 3600, 2).put(':').putDigits(second / 60 % 60, 2);
    out.put(':').putDigits(second % 60, 2);
  }

  static void writeIsoTicks(long ticks, DateTime64Type type, TextOutput out) {
    long second = Math.floorDiv(ticks, type.ticksPerSecond());
    isoSecond(second, out);
    fraction(ticks, second, type, out);
    out.put('Z');
  }

  static void writeUnixTicks(long ticks, DateTime64Type type, TextOutput out) {
    long perSecond = type.ticksPerSecond();
    out.put(ticks < 0 && ticks > -perSecond ? "-" : "").putLong(ticks / perSecond);
    if (type.precision() > 0) {
      out.put('.').putDigits(Math.abs(ticks % perSecond), type.precision());
    }
  }

  private static void fraction(long ticks, long second, DateTime64Type type, TextOutput out) {
    if (type.precision() > 0) {
      out.put('.').putDigits(ticks - second * type.ticksPerSecond(), type.precision());
    }
  }

  static void writeTicks(long ticks, DateTime64Type type, ZoneClock clock, TextOutput out) {
    long second = Math.floorDiv(ticks, type.ticksPerSecond());
    writeDateTime(second, clock, out);
    fraction(ticks, second, type, out);
  }
}
