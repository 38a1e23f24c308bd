// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricFile;
import java.util.List;

/** Metrics outside of the two pages, and how load that resembles production is drawn. */
public final class SeededMetrics {

  private SeededMetrics() {}

  /** Who is there now: users since a moment, by country. */
  public static Metric liveUsers() {
    return read("liveUsers");
  }

  /** Accounts and sign-ups of a list of projects. */
  public static Metric projectsMetrics() {
    return read("projectsMetrics");
  }

  /**
   * ClickHouse expression for the project of a user: of {@code projects} the first has a tenth of
   * the users when there are ten thousand, the last hardly any, as of floor(projects · u⁴) with u
   * even in [0, 1).
   *
   * @param key ClickHouse expression that names the user
   */
  public static String powerLawProject(String key, long projects) {
    String even = "((cityHash64(" + key + ") % 1000000) / 1000000.0)";
    return "concat('p', toString(toUInt32(floor("
        + projects
        + " * "
        + String.join(" * ", even, even, even, even)
        + "))))";
  }

  private static Metric read(String file) {
    return MetricFile.load(SeededMetrics.class, "/io/twinhouse/metrics/seeding/", List.of(file))
        .get(0);
  }
}
