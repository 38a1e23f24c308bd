// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The values that WITH FILL puts between rows. Values are those of the column's lane: whole
 * numbers, days, seconds or parts of seconds, or the bits of floats.
 *
 * @param from the first value of the grid; null for that of the first row
 * @param to where the grid ends, itself not on it; null for at the last row
 * @param step leads from a value of the grid to the next, in the direction of the order
 * @param staleness how far behind a row the grid goes at most; null for as far as the next row
 * @param descending whether the rows' order is
 * @param numbers what values are
 * @param clock of a column of times
 */
public record FillGrid(
    @Nullable Long from,
    @Nullable Long to,
    Step step,
    @Nullable Step staleness,
    boolean descending,
    Numbers numbers,
    Clock clock) {

  /**
   * Where days and months of times are counted.
   *
   * @param ticksPerSecond of the column
   * @param least the first day or time of the calendar
   * @param greatest the last one
   */
  public record Clock(ZoneId zone, long ticksPerSecond, long least, long greatest) {}

  /**
   * A way between two values.
   *
   * @param count of units, negative for a way back; the bits of a float where values are floats
   */
  public record Step(long count, Unit unit) {}

  /** What values are. */
  public enum Numbers {
    SIGNED,
    /** Unsigned numbers, days and seconds: where they fall below 0, they are very large. */
    UNSIGNED,
    /** Bits of doubles. */
    FLOATS
  }

  /** What a step counts. */
  public enum Unit {
    /** The column's own units. */
    VALUES,
    /** The column's own units, by an interval: they stay within the calendar. */
    INTERVALS,
    /** Months of a column of days. */
    MONTHS_OF_DAYS,
    /** Days of a column of times. */
    DAYS_OF_TIMES,
    /** Months of a column of times. */
    MONTHS_OF_TIMES
  }
}
