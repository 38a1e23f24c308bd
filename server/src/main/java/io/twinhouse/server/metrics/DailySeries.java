// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The days of a page's series, half-open and in UTC: a day without a row is 0.
 *
 * @param first day of the series
 * @param days how many points a series has
 */
public record DailySeries(LocalDate first, int days) {

  private static final int INTERNAL_DAYS = 31;
  private static final int PLATFORM_DAYS = 30;

  /** A point of a series. */
  public record Point(LocalDate day, long value) {}

  /** The internal page's window at a moment: the 30 days before today, and today. */
  public static DailySeries internal(Instant now) {
    return new DailySeries(today(now).minusDays(INTERNAL_DAYS - 1L), INTERNAL_DAYS);
  }

  /** The platform page's window at a moment: 30 days with today as the last. */
  public static DailySeries platform(Instant now) {
    return new DailySeries(today(now).minusDays(PLATFORM_DAYS - 1L), PLATFORM_DAYS);
  }

  private static LocalDate today(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Text of the first moment inside, as the metrics' parameter {@code since}. */
  public String since() {
    return first + " 00:00:00";
  }

  /** Text of the first moment outside, as the metrics' parameter {@code until}. */
  public String until() {
    return first.plusDays(days) + " 00:00:00";
  }

  /** Where the period of the same length before this one began. */
  public String priorSince() {
    return first.minusDays(days) + " 00:00:00";
  }

  /**
   * One point a day, in order.
   *
   * @param rows value by day; days outside of the window are left out
   */
  public List<Point> fill(Map<LocalDate, Long> rows) {
    List<Point> points = new ArrayList<>();
    for (LocalDate day = first; points.size() < days; day = day.plus(1, ChronoUnit.DAYS)) {
      points.add(new Point(day, rows.getOrDefault(day, 0L)));
    }
    return points;
  }
}
