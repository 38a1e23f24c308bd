// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.metrics.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /** The users' activity split over hashed ids; to be sampled as the caller wishes. */
  public static Metric hashedSplit() {
    return read("loadDailyActiveUsersSplitHashed");
  }

  /** Counts of live users through the view over FINAL. */
  public static Metric liveUserCounts() {
    return read("liveUserCounts");
  }

  private static Metric read(String file) {
    String resource = "/io/twinhouse/metrics/internal/" + file + ".sql";
    try (InputStream in = InternalMetrics.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return MetricFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
