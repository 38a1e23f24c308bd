// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricFile;
import java.util.List;

/** The internal-metrics page. Each call reads the files again; hold on to the result. */
public final class InternalMetrics {

  private static final List<String> PAGE =
      List.of(
          "loadUsersByCountry",
          "loadDailyActiveUsers",
          "loadDailyActiveUsersSplit",
          "loadDailyActiveTeamsSplit",
          "loadMonthlyActiveUsers",
          "dailyEvents",
          "totalVisitors",
          "topReferrers",
          "topRegion",
          "online");

  private InternalMetrics() {}

  /** The ten metrics of the page, in order. */
  public static List<Metric> page() {
    return PAGE.stream().map(InternalMetrics::read).toList();
  }

  /** The page in the form that takes the least memory in a house. */
  public static List<Metric> page(Twinhouse house) {
    return page().stream().map(metric -> MetricVariants.leanest(metric, house)).toList();
  }

  /** The users' activity split over hashed ids; to be sampled as the caller wishes. */
  public static Metric hashedSplit() {
    return read("loadDailyActiveUsersSplitHashed");
  }

  /** Sessions, bounces and durations per day of the first event; {@code gapMs} parts sessions. */
  public static Metric sessionsByDay() {
    return MetricFile.load(
            InternalMetrics.class, "/io/twinhouse/metrics/sessions/", List.of("sessionsByDay"))
        .get(0);
  }

  /** Counts of live users through the view over FINAL. */
  public static Metric liveUserCounts() {
    return read("liveUserCounts");
  }

  private static Metric read(String file) {
    return MetricFile.load(InternalMetrics.class, "/io/twinhouse/metrics/internal/", List.of(file))
        .get(0);
  }
}
