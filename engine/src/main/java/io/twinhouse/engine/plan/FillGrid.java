// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.ZoneClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values that WITH FILL puts between rows. Values are those of the column's lane: whole
 * numbers, days, seconds or parts of seconds.
 *
 * @param from the first value of the grid; null for that of the first row
 * @param to where the grid ends, itself not on it; null for at the last row
 * @param step added to get the next value; not 0, negative for a descending grid
 * @param unit what {@code step} counts
 * @param staleness how far behind a row the grid goes at most, in the column's units; null for as
 *     far as the next row
 * @param unsigned whether values are unsigned 64-bit numbers
 * @param clock of a column of times
 */
public record FillGrid(
    @Nullable Long from,
    @Nullable Long to,
    long step,
    Unit unit,
    @Nullable Long staleness,
    boolean unsigned,
    Clock clock) {

  private static final long DAY = 86_400;

  /**
   * Where days and months of times are counted.
   *
   * @param ticksPerSecond of the column
   * @param small whether times are those of DateTime, which begin anew in 2106
   */
  public record Clock(ZoneId zone, long ticksPerSecond, boolean small) {}

  /** What a step counts. */
  public enum Unit {
    /** The column's own units. */
    VALUES,
    /** Months of a column of days. */
    MONTHS_OF_DAYS,
    /** Days of a column of times. */
    DAYS_OF_TIMES,
    /** Months of a column of times. */
    MONTHS_OF_TIMES
  }

  /** Whether {@code first} comes before {@code second} in the grid's direction. */
  public boolean before(long first, long second) {
    int order = unsigned ? Long.compareUnsigned(first, second) : Long.compare(first, second);
    return step > 0 ? order < 0 : order > 0;
  }

  /**
   * A value of the grid of {@code value} that does not lie behind {@code target}, which does not
   * lie before {@code value}: the last such one where steps are of one length.
   */
  public long towards(long value, long target) {
    if (unit != Unit.VALUES) {
      return value;
    }
    long apart = step > 0 ? target - value : value - target;
    return value + Long.divideUnsigned(apart, Math.abs(step)) * step;
  }

  /** Leads from a value to the next; for one thread. */
  public LongUnaryOperator successor() {
    ZoneClock local = new ZoneClock(clock.zone());
    return switch (unit) {
      case VALUES -> value -> value + step;
      case MONTHS_OF_DAYS -> this::monthsLater;
      case DAYS_OF_TIMES -> value -> later(value, local, day -> day + step);
      case MONTHS_OF_TIMES -> value -> later(value, local, this::monthsLater);
    };
  }

  private long monthsLater(long day) {
    return LocalDate.ofEpochDay(day).plusMonths(step).toEpochDay();
  }

  /** The same time of another day. */
  private long later(long value, ZoneClock local, LongUnaryOperator day) {
    long second = local.toLocal(Math.floorDiv(value, clock.ticksPerSecond()));
    long moved = day.applyAsLong(Math.floorDiv(second, DAY)) * DAY + Math.floorMod(second, DAY);
    long instant = local.toInstant(moved);
    if (clock.small() && instant >>> 32 != 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "WITH FILL leads out of the calendar of DateTime");
    }
    return instant * clock.ticksPerSecond() + Math.floorMod(value, clock.ticksPerSecond());
  }
}
