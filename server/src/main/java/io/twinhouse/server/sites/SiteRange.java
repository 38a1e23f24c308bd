// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.rollup.RangePiece.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a dashboard looks at: {@code from} to {@code to}, without that moment.
 *
 * @param grain of its chart
 */
public record SiteRange(Instant from, Instant to, Grain grain) {

  private static final Duration A_DAY = Duration.ofDays(1);

  /**
   * The time before now, to the end of the minute: so all dashboards of a minute ask the same
   * question, and the newest events are in it. Up to a day is drawn by the hour.
   */
  public static SiteRange last(Duration time, Instant now) {
    Instant to = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return new SiteRange(to.minus(time), to, time.compareTo(A_DAY) > 0 ? Grain.DAY : Grain.HOUR);
  }
}
