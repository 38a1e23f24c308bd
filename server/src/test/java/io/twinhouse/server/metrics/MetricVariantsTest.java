// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.DistinctMode;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way to write a metric answers as the oracle, or as the metric it stands for. */
@ExtendWith(Seed.class)
final class MetricVariantsTest {

  private static final int SAMPLE = 4;
  private static final List<String> JOINS = List.of("hash", "parallel_hash", "grace_hash");

  private static final Map<String, String> VALUES =
      Map.of(
          "since", seconds(PlatformData.SINCE.toEpochMilli()),
          "until", seconds(PlatformData.UNTIL.toEpochMilli()),
          "priorSince", seconds(PlatformData.PRIOR.toEpochMilli()),
          "branchId", "main");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  /** The same users' rows in a sample of one in four; other metrics refuse it. */
  private static final Set<String> SAMPLED =
      Set.of("dauSeries", "country", "split", "activeByProject", "sparkByProject");

  /** Counted by a key that it has under the same name, though not of events. */
  private static final String OTHER_KEY = "oauthByProject";

  private static final int SEEDS = Integer.getInteger("twinhouse.metric.seeds", 1);

  @Test
  void inTheEmbeddedHouse() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomSource random = Seed.sourceOf("MetricVariants" + seed);
      try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
        compare(engine, new PlatformData(random));
        stamp(engine, random);
        compareStamped(engine);
      }
    }
  }

  @Test
  void theFixtureInTheEmbeddedHouse() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      compare(engine, PlatformFixture.rows());
      isAsReadByHand(engine);
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomSource random = Seed.sourceOf("MetricVariants" + seed);
      inDatabase(
          server,
          "variants_" + Long.toUnsignedString(random.anyLong()),
          engine -> {
            compare(engine, new PlatformData(random));
            stamp(engine, random);
            compareStamped(engine);
          });
    }
  }

  @Test
  @RequiresClickHouse
  void theFixtureOnClickHouse(RealClickHouse server) {
    inDatabase(
        server,
        "variants_fixture",
        engine -> {
          compare(engine, PlatformFixture.rows());
          isAsReadByHand(engine);
        });
  }

  private static void inDatabase(RealClickHouse server, String database, Consumer<Twinhouse> work) {
    try (ScratchHouse scratch = ScratchHouse.open(server, database)) {
      work.accept(scratch.engine());
    }
  }

  private static void isAsReadByHand(Twinhouse engine) {
    Map<String, List<List<String>>> answers = new LinkedHashMap<>();
    platform().forEach(m -> answers.put(m.name(), rows(engine, m, "", "hash")));
    assertThat(answers.get("userCounts")).containsExactly(List.of("4", "1", "1", "0", "1"));
    assertThat(answers.get("totalsByProject"))
        .containsExactly(List.of("alpha", "2"), List.of("beta", "2"));
    assertThat(answers.get("verifiedByProject")).containsExactly(List.of("alpha", "1"));
    assertThat(answers.get("oauthByProject")).containsExactly(List.of("alpha", "2"));
    assertThat(answers.get("teamsByProject")).containsExactly(List.of("beta", "1"));
    assertThat(answers.get("country")).containsExactly(List.of("US", "40"), List.of("FR", "1"));
    assertThat(answers.get("split"))
        .containsExactly(
            List.of("2026-06-10", "1", "0", "0", "1"),
            List.of("2026-06-11", "1", "0", "1", "0"),
            List.of("2026-06-12", "40", "40", "0", "0"),
            List.of("2026-06-13", "26", "0", "26", "0"));
    assertThat(answers.get("pvSeries")).containsExactly(List.of("2026-06-12", "2", "1"));
  }

  private static void compare(Twinhouse engine, PlatformData data) {
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
    for (Metric leanest : PlatformMetrics.page(engine).metrics()) {
      if (leanest.sample() == null) {
        assertThat(rows(engine, leanest, "", "hash"))
            .as(leanest.name() + " as it is best asked here")
            .isEqualTo(oracle.answer(leanest.name()));
      }
    }
    PlatformOracle kept =
        new PlatformOracle(data.eventsOf(user -> PlatformOracle.isKept(user, SAMPLE)), 1);
    for (Metric metric : platform()) {
      compareSampled(engine, metric, kept);
    }
  }

  private static void compareSampled(Twinhouse engine, Metric metric, PlatformOracle kept) {
    Metric sampled = metric.toBuilder().sampled("user_id", SAMPLE).build();
    if (SAMPLED.contains(metric.name())) {
      assertThat(rows(engine, sampled, "", "hash"))
          .as(metric.name() + " sampled")
          .isEqualTo(scaled(kept.answer(metric.name())));
    } else if (metric.name().equals(OTHER_KEY)) {
      String kin = "WHERE cityHash64(user_id) % " + SAMPLE + " = 0 AND";
      Metric by = metric.toBuilder().sql(metric.sql().replace("WHERE", kin)).build();
      assertThat(rows(engine, sampled, "", "hash")).isEqualTo(scaled(rows(engine, by, "", "hash")));
    } else {
      assertThatThrownBy(() -> rows(engine, sampled, "", "hash"))
          .as(metric.name() + " sampled")
          .hasMessageContaining("Can't sample 1 in " + SAMPLE);
    }
  }

  /** Whole numbers, which are counts here, times the sample. */
  private static List<List<String>> scaled(List<List<String>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(v -> v.matches("[0-9]+") ? "" + Long.parseLong(v) * SAMPLE : v)
                    .toList())
        .toList();
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
