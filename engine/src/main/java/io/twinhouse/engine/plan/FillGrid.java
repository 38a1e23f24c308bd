// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The values that WITH FILL puts between rows. Values are those of the column's lane: whole
 * numbers, days or seconds.
 *
 * @param from the first value of the grid; null for that of the first row
 * @param to where the grid ends, itself not on it; null for at the last row
 * @param step added to get the next value; not 0, negative for a descending grid
 * @param unit what {@code step} counts
 * @param staleness how far behind a row the grid goes at most, in the column's units; null for as
 *     far as the next row
 * @param unsigned whether values are unsigned 64-bit numbers
 */
public record FillGrid(
    @Nullable Long from,
    @Nullable Long to,
    long step,
    Unit unit,
    @Nullable Long staleness,
    boolean unsigned) {

  /** What a step counts. */
  public enum Unit {
    /** The column's own units. */
    VALUES,
    /** Months of a column of days. */
    MONTHS_OF_DAYS,
    /** Months, in UTC, of a column of seconds. */
    MONTHS_OF_SECONDS
  }

  /** Whether {@code first} comes before {@code second} in the grid's direction. */
  public boolean before(long first, long second) {
    int order = unsigned ? Long.compareUnsigned(first, second) : Long.compare(first, second);
    return step > 0 ? order < 0 : order > 0;
  }

  /** The value after {@code value}. */
  public long next(long value) {
    return switch (unit) {
      case VALUES -> value + step;
      case MONTHS_OF_DAYS -> LocalDate.ofEpochDay(value).plusMonths(step).toEpochDay();
      case MONTHS_OF_SECONDS ->
          Instant.ofEpochSecond(value).atOffset(ZoneOffset.UTC).plusMonths(step).toEpochSecond();
    };
  }
}
