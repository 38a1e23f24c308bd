// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The platform page's figures at the top, from its metrics' rows.
 *
 * @param totalUsers with an account, now and before the period
 * @param verifiedUsers of them
 * @param activeUsers distinct ones of the period and of the one before
 * @param activeProjects likewise
 * @param dailyActive one number a day of the period
 */
public record KeyFigures(
    Change totalUsers,
    Change verifiedUsers,
    Change activeUsers,
    Change activeProjects,
    List<Long> dailyActive) {

  private static final double TENTHS_OF_A_PERCENT = 1000;

  /** A figure, and what it was in the period before. */
  public record Change(long value, long previous) {}

  public KeyFigures {
    dailyActive = List.copyOf(dailyActive);
  }

  /** Users without a verified address; never fewer than none. */
  public long unverifiedUsers() {
    return Math.max(0, totalUsers.value() - verifiedUsers.value());
  }

  /** Daily active users on average, rounded. */
  public long averageDailyActive() {
    long sum = dailyActive.stream().mapToLong(Long::longValue).sum();
    return dailyActive.isEmpty() ? 0 : Math.round(sum / (double) dailyActive.size());
  }

  /** Daily active users in percent of the period's, with one decimal; 0 if there were none. */
  public double stickiness() {
    return percent(averageDailyActive(), activeUsers.value());
  }

  /** {@code part} in percent of {@code whole}, with one decimal; 0 of nothing. */
  public static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(part * TENTHS_OF_A_PERCENT / whole) / 10.0;
  }

  /** Like {@link #percent}, but nothing can be said of nothing. */
  public static @Nullable Double percentOrNull(long part, long whole) {
    return whole == 0 ? null : Double.valueOf(percent(part, whole));
  }
}
