// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What data the demo makes. The same options make the same rows, whatever the clock says.
 *
 * @param days of history, back from {@code now}
 * @param eventsPerUser token refreshes, page views and clicks in the ratio 5 : 3 : 1
 * @param now the moment that the data end at; no event is later
 */
public record DemoOptions(int users, int days, int eventsPerUser, long seed, Instant now) {

  /** A fixed moment, so that runs of different days can be compared. */
  public static final Instant NOW = Instant.parse("2026-06-30T14:37:12.345Z");

  public static final DemoOptions DEFAULT = new DemoOptions(20_000, 365, 9, 42, NOW);

  public DemoOptions {
    if (users < 1 || days < 1 || eventsPerUser < 1) {
      throw new IllegalArgumentException("users, days and events per user must be at least 1");
    }
  }

  /** The UTC day of {@link #now}. */
  LocalDate today() {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** First moment of the metrics' window: 30 days before today. */
  Instant since() {
    return today().minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** First moment after the window: tomorrow. */
  Instant until() {
    return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant begin() {
    return now.minus(days, ChronoUnit.DAYS);
  }
}
