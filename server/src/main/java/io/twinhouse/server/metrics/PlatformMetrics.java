// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricFile;
import io.twinhouse.engine.metrics.MetricPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The platform-analytics page: seventeen metrics over all projects but the platform's own. Each
 * call reads the files again; hold on to the result.
 */
public final class PlatformMetrics {

  private static final String FOLDER = "/io/twinhouse/metrics/platform/";
  private static final List<String> FILES =
      List.of(
          "dauSeries",
          "pvSeries",
          "signupSeries",
          "mauProjects",
          "userCounts",
          "country",
          "deadClicks",
          "split",
          "totalsByProject",
          "verifiedByProject",
          "signupsByProject",
          "activeByProject",
          "sparkByProject",
          "teamsByProject",
          "oauthByProject",
          "emailsByProject",
          "analyticsByProject");

  private PlatformMetrics() {}

  /**
   * The page; its values are since, until (excluded) and priorSince, where the last period began.
   */
  public static MetricPage page() {
    return MetricPage.of(
        "platform-analytics", MetricFile.load(PlatformMetrics.class, FOLDER, FILES));
  }

  /** The page in the form that takes the least memory in a house. */
  public static MetricPage page(Twinhouse house) {
    MetricPage page = page();
    return MetricPage.of(
        page.name(),
        page.metrics().stream().map(metric -> MetricVariants.leanest(metric, house)).toList());
  }

  /** The activity split over all users instead of one in four. */
  public static Metric exactSplit() {
    return MetricFile.load(PlatformMetrics.class, FOLDER, List.of("split")).get(0).toBuilder()
        .sampled("user_id", 1)
        .build();
  }

  /** A script that creates the tables that the page reads. */
  public static String tables() {
    try (InputStream in = PlatformMetrics.class.getResourceAsStream(FOLDER + "tables.sql")) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + "tables.sql is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
