// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.DistinctMode;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way to write a metric answers as the oracle, or as the metric it stands for. */
@ExtendWith(Seed.class)
final class MetricVariantsTest {

  private static final List<String> JOINS = List.of("hash", "parallel_hash", "grace_hash");

  private static final Map<String, String> VALUES =
      Map.of(
          "since", seconds(PlatformData.SINCE.toEpochMilli()),
          "until", seconds(PlatformData.UNTIL.toEpochMilli()),
          "priorSince", seconds(PlatformData.PRIOR.toEpochMilli()),
          "branchId", "main");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @RepeatedTest(5)
  void inTheEmbeddedHouse(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      compare(engine, random);
    }
  }

  @RepeatedTest(5)
  @RequiresClickHouse
  void onClickHouse(RandomSource random, RealClickHouse server) {
    String database = "variants_" + Long.toUnsignedString(random.anyLong());
    try (Twinhouse engine = Twinhouse.open("clickhouse:" + server.url())) {
      engine.execute("CREATE DATABASE " + database);
    }
    try (Twinhouse engine = Twinhouse.open("clickhouse:" + server.url() + "/" + database)) {
      compare(engine, random);
      engine.execute("DROP DATABASE " + database);
    }
  }

  private static void compare(Twinhouse engine, RandomSource random) {
    PlatformData data = new PlatformData(random);
    engine.execute(PlatformMetrics.tables());
    data.inserts().forEach(engine::execute);
    PlatformOracle oracle = new PlatformOracle(data, 1);
    for (Metric metric : platform()) {
      for (DistinctMode mode : DistinctMode.values()) {
        Metric asked = metric.toBuilder().distinct(mode).build();
        assertThat(rows(engine, asked, "", "hash"))
            .as(metric.name() + " " + mode)
            .isEqualTo(oracle.answer(metric.name()));
      }
    }
    MetricVariants.platform()
        .forEach(
            (original, variants) ->
                variants.forEach(
                    variant ->
                        assertThat(rows(engine, variant, "", "hash"))
                            .as(variant.name())
                            .isEqualTo(oracle.answer(original))));
    stamp(engine, random);
    compareStamped(engine);
  }

  private static List<Metric> platform() {
    List<Metric> metrics = new ArrayList<>(PlatformMetrics.page().metrics());
    metrics.replaceAll(m -> m.name().equals("split") ? PlatformMetrics.exactSplit() : m);
    return metrics;
  }

  /**
   * The same page views and clicks twice: in {@code joined} without a flag of their own, in {@code
   * stamped} with the flag that their user's token refreshes have.
   */
  private static void stamp(Twinhouse engine, RandomSource random) {
    List<String> rows = new ArrayList<>();
    for (int i = random.between(100, 400); i > 0; i--) {
      int user = random.between(0, 30);
      boolean anonymous = user % 3 == 0;
      long at = PlatformData.UNTIL.toEpochMilli() - 1 - (long) (random.unit() * 29 * 86_400_000L);
      String type = random.pick(List.of("$token-refresh", "$page-view", "$page-view", "$click"));
      boolean refresh = type.equals("$token-refresh") || i <= 31;
      String flag = "\"is_anonymous\": " + anonymous;
      String referrer =
          "\"referrer\": \"" + random.pick(List.of("", "a.example", "b.example")) + "\"";
      for (String project : List.of("joined", "stamped")) {
        String facts =
            refresh ? flag : project.equals("joined") ? referrer : referrer + ", " + flag;
        rows.add(
            "('%s', '%s', '%s', 'main', 'v%d', '{%s}')"
                .formatted(
                    refresh ? "$token-refresh" : type,
                    PlatformData.text(at),
                    project,
                    i <= 31 ? i - 1 : user,
                    i <= 31 ? "\"is_anonymous\": " + ((i - 1) % 3 == 0) : facts));
      }
    }
    engine.execute(
        "INSERT INTO events (event_type, event_at, project_id, branch_id, user_id, data) VALUES "
            + String.join(", ", rows));
  }

  private static void compareStamped(Twinhouse engine) {
    Map<String, Metric> originals = new LinkedHashMap<>();
    InternalMetrics.page().forEach(metric -> originals.put(metric.name(), metric));
    MetricVariants.stamped()
        .forEach(
            (original, variants) -> {
              List<List<String>> joined = rows(engine, originals.get(original), "joined", "hash");
              assertThat(joined).isNotEmpty();
              for (Metric variant : variants) {
                assertThat(rows(engine, variant, "stamped", "hash"))
                    .as(variant.name())
                    .isEqualTo(joined);
              }
              for (String algorithm : JOINS) {
                assertThat(rows(engine, originals.get(original), "joined", algorithm))
                    .as(original + " by " + algorithm)
                    .isEqualTo(joined);
              }
            });
  }

  private static List<List<String>> rows(
      Twinhouse engine, Metric metric, String project, String joinAlgorithm) {
    Map<String, String> values = new LinkedHashMap<>(VALUES);
    values.put("projectId", project);
    values.put("includeAnonymous", "0");
    values.keySet().retainAll(metric.parameters().keySet());
    try (QueryResult result =
        engine.query(metric.request(values).withSetting("join_algorithm", joinAlgorithm))) {
      return result.rows().stream().map(row -> row.stream().map(String::valueOf).toList()).toList();
    }
  }

  private static String seconds(long millis) {
    return PlatformData.text(millis).substring(0, 19);
  }
}
