// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;

/** Rows of a date or time column, on the local clock and on the world's. */
final class TimeLane {

  static final long DAY = 86_400;
  private static final long LAST_DATE32 = CivilDate.toDays(2299, 12, 31);
  private static final long YEAR_ZERO = 719_528;

  private final LongLane lane;
  private final TimeSort sort;
  private final boolean cuts;
  private final ZoneClock clock;

  TimeLane(TimeSort sort, Column column) {
    this(sort, column, false);
  }

  /**
   * @param cuts whether a fraction before 1970 is cut off towards it, as by some functions of the
   *     server, so that the time is in the next second
   */
  TimeLane(TimeSort sort, Column column, boolean cuts) {
    this.cuts = cuts;
    this.sort = sort;
    this.lane = LongLane.of(column);
    this.clock = new ZoneClock(sort.zone());
  }

  boolean isDate() {
    return sort.isDate();
  }

  /** Whether it is seconds of 32 bits. */
  boolean isDateTime() {
    return sort.isDateTime();
  }

  /** Nanoseconds of the time's own fraction. */
  long fraction(int row) {
    long own = sort.ticksPerSecond();
    return own <= 1 ? 0 : Math.floorMod(lane.at(row), own) * (1_000_000_000L / own);
  }

  /** Whether there are ticks in a second. */
  boolean isFine() {
    return sort.ticksPerSecond() > 1;
  }

  boolean isDate32() {
    return sort.isDate() && !sort.isDate16();
  }

  ZoneClock clock() {
    return clock;
  }

  /** The value as it travels: days, seconds or ticks. */
  long raw(int row) {
    return lane.at(row);
  }

  /** Seconds since 1970; of a date, of its local midnight. */
  long epochSecond(int row) {
    long raw = lane.at(row);
    if (sort.isDate()) {
      return clock.midnight(CivilDate.clampDay(raw));
    }
    if (cuts && sort.ticksPerSecond() > 1) {
      return raw / sort.ticksPerSecond();
    }
    return sort.ticksPerSecond() == 1 ? raw : Math.floorDiv(raw, sort.ticksPerSecond());
  }

  /** Seconds since 1970, fractions before 1970 cut off towards it as C++ does. */
  long truncatedSecond(int row) {
    return sort.ticksPerSecond() > 1 ? lane.at(row) / sort.ticksPerSecond() : epochSecond(row);
  }

  /** Days since 1970 on the local calendar. */
  long localDay(int row) {
    long raw = lane.at(row);
    return CivilDate.clampDay(
        sort.isDate() ? raw : Math.floorDiv(clock.toLocal(epochSecond(row)), DAY));
  }

  /** Seconds since 1970 on the local clock. */
  long localSecond(int row) {
    long raw = lane.at(row);
    return sort.isDate()
        ? CivilDate.clampDay(raw) * DAY
        : CivilDate.clampSecond(clock.toLocal(epochSecond(row)));
  }

  /** The instant at which a day begins. */
  long midnight(long day) {
    boolean small = sort.isDate16() || sort.isDateTime();
    return small ? clock.startOfDay(day) : clock.midnight(day);
  }

  /** Days since the year 0; of a DateTime by the world's calendar, as the server has it. */
  long sinceYearZero(int row) {
    long day = sort.isDateTime() ? lane.at(row) / DAY : localDay(row);
    return day + YEAR_ZERO;
  }

  /**
   * The offset from UTC as the server finds it: by how far midnight has moved since 1970, less
   * whole days, which turns out a day too much where offsets had seconds.
   */
  long shownOffset(int row) {
    long midnight = clock.midnight(localDay(row));
    long moved = (midnight - clock.midnight(0)) % DAY;
    long shift = moved > DAY / 2 ? DAY - moved : -moved;
    return shift + changeSinceMidnight(row) + clock.offsetAt(0);
  }

  /** By how far the offset has changed since the day began. */
  long changeSinceMidnight(int row) {
    long day = localDay(row);
    long before = clock.offsetAt(clock.midnight(day)) - clock.jumpAtMidnight(day);
    return clock.offsetAt(epochSecond(row)) - before;
  }

  /** The number of the day in its year: one less on the last day that a Date32 is read as. */
  long dayOfYear(int row) {
    long day = localDay(row);
    return (long) CivilDate.dayOfYear(day) - (day == LAST_DATE32 && isDate32() ? 1 : 0);
  }

  /** Seconds since the minute began. */
  int secondOfMinute(int row) {
    return isDate() ? 0 : clock.secondOfMinute(epochSecond(row), localSecond(row));
  }

  /** Seconds since local midnight. */
  int secondOfDay(int row) {
    return (int) Math.floorMod(localSecond(row), DAY);
  }

  /**
   * Ticks of a time of at least as many ticks a second.
   *
   * @throws ArithmeticException if they do not fit
   */
  long exactTicks(int row, long ticksPerSecond) {
    long own = Math.max(1, sort.ticksPerSecond());
    long value = sort.isDate() ? epochSecond(row) : lane.at(row);
    return Math.multiplyExact(value, ticksPerSecond / own);
  }

  /** As {@link #ticks}, what is left before 1970 cut off towards it. */
  long truncatedTicks(int row, long ticksPerSecond) {
    long own = sort.ticksPerSecond();
    return own > ticksPerSecond
        ? lane.at(row) / (own / ticksPerSecond)
        : ticks(row, ticksPerSecond);
  }

  /** Ticks of a time of {@code ticksPerSecond} since 1970. */
  long ticks(int row, long ticksPerSecond) {
    if (sort.ticksPerSecond() <= 1) {
      return epochSecond(row) * ticksPerSecond;
    }
    long raw = lane.at(row);
    return ticksPerSecond >= sort.ticksPerSecond()
        ? raw * (ticksPerSecond / sort.ticksPerSecond())
        : Math.floorDiv(raw, sort.ticksPerSecond() / ticksPerSecond);
  }
}
