// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricFile;
import io.twinhouse.engine.spi.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Other ways to write metrics of the two pages: users joined and grouped by their hash, half as
 * wide in ClickHouse; distinct pairs grouped first and counted then, the newest version of a row
 * picked by {@code argMax} instead of FINAL, hashed sets, one bit mask a user instead of a window
 * over days, and a flag stamped on rows when they came in instead of a join. Each answers as the
 * metric it stands for; which takes less memory depends on the data.
 */
public final class MetricVariants {

  private static final String FOLDER = "/io/twinhouse/metrics/variants/";

  private static final Map<String, List<String>> PLATFORM =
      ordered(
          Map.entry("dauSeries", List.of("dauSeriesTwoLevel", "dauSeriesBitmask")),
          Map.entry("mauProjects", List.of("mauProjectsTwoLevel")),
          Map.entry("activeByProject", List.of("activeByProjectTwoLevel")),
          Map.entry("sparkByProject", List.of("sparkByProjectTwoLevel")),
          Map.entry("split", List.of("splitBitmask", "splitSeenBefore")),
          Map.entry("signupSeries", List.of("signupSeriesNewest")),
          Map.entry("totalsByProject", List.of("totalsByProjectNewest")),
          Map.entry("userCounts", List.of("userCountsHashed")),
          Map.entry("verifiedByProject", List.of("verifiedByProjectHashed")),
          Map.entry("teamsByProject", List.of("teamsByProjectNewest")),
          Map.entry("oauthByProject", List.of("oauthByProjectNewest")),
          Map.entry("emailsByProject", List.of("emailsByProjectNewest")));

  private static final Map<String, List<String>> STAMPED =
      ordered(
          Map.entry("analyticsOverview:dailyEvents", List.of("dailyEventsStamped")),
          Map.entry("analyticsOverview:totalVisitors", List.of("totalVisitorsStamped")),
          Map.entry("analyticsOverview:topReferrers", List.of("topReferrersStamped")));

  private static final Map<String, List<String>> INTERNAL =
      ordered(
          Map.entry("loadUsersByCountry", List.of("usersByCountryHashed")),
          Map.entry(
              "loadDailyActiveUsersSplit",
              List.of("loadDailyActiveUsersSplitSeenBefore", "loadDailyActiveUsersSplitBitmask")),
          Map.entry("analyticsOverview:dailyEvents", List.of("dailyEventsHashed")),
          Map.entry("analyticsOverview:totalVisitors", List.of("totalVisitorsHashed")),
          Map.entry("analyticsOverview:topReferrers", List.of("topReferrersHashed")),
          Map.entry(
              "loadMonthlyActiveUsers",
              List.of(
                  "monthlyActiveUsersGrouped",
                  "monthlyActiveUsersText",
                  "monthlyActiveUsersUuid")));

  private static final Map<String, Double> ESTIMATES =
      Map.of(
          "monthlyActiveUsersUniq", 0.005,
          "monthlyActiveUsersCombined", 0.01,
          "monthlyActiveUsersHyperLogLog", 0.02);

  /**
   * What takes less than the metric itself in a server that keeps whole keys in its sets. A mask of
   * days holds a window of 64 days at most, and says so; of the split it is exact at less than what
   * one user in four takes there.
   */
  private static final Map<String, String> LEANEST_ON_SERVER =
      Map.of(
          "dauSeries", "dauSeriesBitmask",
          "split", "splitBitmask",
          "loadUsersByCountry", "usersByCountryHashed",
          "loadDailyActiveUsersSplit", "loadDailyActiveUsersSplitSeenBefore",
          "analyticsOverview:dailyEvents", "dailyEventsHashed",
          "analyticsOverview:totalVisitors", "totalVisitorsHashed",
          "analyticsOverview:topReferrers", "topReferrersHashed");

  /** What takes less than the metric itself in every house: pairs of a set as one hash. */
  private static final Map<String, String> LEANEST_ANYWHERE =
      Map.of("verifiedByProject", "verifiedByProjectHashed", "userCounts", "userCountsHashed");

  private MetricVariants() {}

  /**
   * The metric as it is best asked in a house: itself, or under its name the variant that was
   * measured to answer the same there with the least memory (jmh/compare/results).
   */
  static Metric leanest(Metric metric, Twinhouse house) {
    boolean server = house.storage().capabilities().contains(Capability.SQL);
    String file = LEANEST_ANYWHERE.get(metric.name());
    if (file == null && server) {
      file = LEANEST_ON_SERVER.get(metric.name());
    }
    if (file == null) {
      return metric;
    }
    Metric variant = MetricFile.load(MetricVariants.class, FOLDER, List.of(file)).get(0);
    return new Metric(
        metric.name(),
        metric.description(),
        variant.sql(),
        variant.parameters(),
        variant.window(),
        variant.allHistory(),
        variant.distinct(),
        variant.sample(),
        metric.memoryBudgetBytes(),
        variant.guard(),
        variant.shared(),
        variant.latest());
  }

  /** By the name of the internal page's metric. */
  public static Map<String, List<Metric>> internal() {
    return load(INTERNAL);
  }

  /** Estimates of monthly active users, with the relative standard error of each. */
  public static Map<Metric, Double> monthlyEstimates() {
    Map<Metric, Double> estimates = new LinkedHashMap<>();
    ESTIMATES.forEach(
        (file, error) ->
            estimates.put(
                MetricFile.load(MetricVariants.class, FOLDER, List.of(file)).get(0), error));
    return estimates;
  }

  /** By the name of the platform page's metric; of the split they are exact. */
  public static Map<String, List<Metric>> platform() {
    return load(PLATFORM);
  }

  /**
   * By the name of the internal page's metric; equal to it where page views and clicks carry the
   * flag of their user's latest token refresh.
   */
  public static Map<String, List<Metric>> stamped() {
    return load(STAMPED);
  }

  private static Map<String, List<Metric>> load(Map<String, List<String>> files) {
    Map<String, List<Metric>> metrics = new LinkedHashMap<>();
    files.forEach(
        (original, names) ->
            metrics.put(original, MetricFile.load(MetricVariants.class, FOLDER, names)));
    return metrics;
  }

  @SafeVarargs
  private static Map<String, List<String>> ordered(Map.Entry<String, List<String>>... entries) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> entry : entries) {
      all.put(entry.getKey(), entry.getValue());
    }
    return all;
  }
}
