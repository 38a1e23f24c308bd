// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SQL of every metric says what the oracle says, on the real server, over varied seeds. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class MetricsOracleTest {

  private final RealHouse house;

  MetricsOracleTest(ClickHouseHttp http) {
    house = new RealHouse(http);
  }

  @RepeatedTest(3)
  void theUnboundedFormAnswersAsTheOracle(RandomSource random) {
    DemoOptions options =
        new DemoOptions(
            random.between(50, 600),
            random.between(20, 120),
            random.between(3, 18),
            random.anyLong(),
            DemoOptions.NOW.minusSeconds(random.between(0, 86_400)));
    house.load(options);
    List<Event> events = new ArrayList<>();
    new EventGenerator(options).forEach(events::add);
    List<Metric> metrics = new ArrayList<>(InternalMetrics.page());
    metrics.add(InternalMetrics.hashedSplit());
    for (Metric metric : metrics) {
      for (boolean includeAnonymous : new boolean[] {false, true}) {
        MetricsOracle oracle = new MetricsOracle(options, events, false, includeAnonymous);
        Map<String, String> values = DemoParameters.of(metric, options, includeAnonymous);
        assertThat(house.query(metric.sql(), values))
            .as(metric.name() + " of " + options + ", anonymous " + includeAnonymous)
            .isEqualTo(oracle.answer(metric.name()));
      }
    }
    assertThat(house.query(InternalMetrics.liveUserCounts().sql(), userScope()))
        .as("users of " + options)
        .isEqualTo(List.of(liveUserCounts(options)));
  }

  @Test
  void drawsTheSameRowsAgain() {
    DemoOptions options = new DemoOptions(100, 60, 9, 7, DemoOptions.NOW);
    List<Event> once = new ArrayList<>();
    List<Event> again = new ArrayList<>();
    new EventGenerator(options).forEach(once::add);
    new EventGenerator(options).forEach(again::add);
    assertThat(once).isEqualTo(again).hasSizeGreaterThanOrEqualTo(900);
    assertThat(once)
        .allMatch(e -> e.atMillis() < options.now().toEpochMilli())
        .allMatch(e -> e.atMillis() >= options.begin().toEpochMilli());
  }

  private static Map<String, String> userScope() {
    return Map.of("projectId", Person.PROJECT, "branchId", Person.BRANCH);
  }

  private static List<String> liveUserCounts(DemoOptions options) {
    Map<UUID, UserVersion> newest = new HashMap<>();
    new UserGenerator(options)
        .forEach(
            row -> newest.merge(row.id(), row, (a, b) -> b.sequence() >= a.sequence() ? b : a));
    long[] counts = new long[4];
    for (UserVersion user : newest.values()) {
      boolean counted =
          !user.deleted()
              && user.project().equals(Person.PROJECT)
              && user.branch().equals(Person.BRANCH);
      if (counted) {
        counts[0]++;
        counts[1] += user.anonymous() ? 0 : 1;
        counts[2] += !user.anonymous() && user.verified() ? 1 : 0;
        counts[3] += user.anonymous() ? 1 : 0;
      }
    }
    return Arrays.stream(counts).mapToObj(Long::toString).toList();
  }
}
