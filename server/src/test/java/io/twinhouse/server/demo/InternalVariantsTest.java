// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.metrics.DistinctMode;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.server.metrics.MetricVariants;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each of the ten internal metrics, bounded and over all history, with and without anonymous users,
 * counted exactly, by hashes and from a sample, and in its other ways to be written, answers as the
 * oracle on both houses; a sample that would mean something else is refused. {@code
 * -Dtwinhouse.metric.seeds=5} draws more data sets than one.
 */
@ExtendWith(Seed.class)
final class InternalVariantsTest {

  private static final int SEEDS = Integer.getInteger("twinhouse.metric.seeds", 1);
  private static final int SAMPLE = 4;
  private static final int SIGMAS = 3;

  /** Teams are not users, and two spellings of one user may be in and out of a sample. */
  private static final Set<String> NOT_SAMPLED =
      Set.of("loadDailyActiveTeamsSplit", "loadMonthlyActiveUsers");

  /** These count kinds of estimates that a house may not have; it says so. */
  private static final Set<String> ESTIMATED = Set.of("uniq", "uniqCombined", "uniqHLL12");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    for (int seed = 0; seed < SEEDS; seed++) {
      compare("arrow:memory:", Seed.sourceOf("InternalVariants" + seed));
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    for (int seed = 0; seed < SEEDS; seed++) {
      compare("clickhouse:" + server.url(), Seed.sourceOf("InternalVariants" + seed));
    }
  }

  private static void compare(String url, RandomSource random) {
    DemoOptions options =
        new DemoOptions(
            random.between(80, 300),
            random.between(20, 200),
            random.between(3, 18),
            random.anyLong(),
            DemoOptions.NOW.minusSeconds(random.between(0, 86_400)));
    List<Event> events = new ArrayList<>();
    new EventGenerator(options).forEach(events::add);
    List<Event> kept = events.stream().filter(InternalVariantsTest::isKept).toList();
    try (DemoHouse house = DemoHouse.load("house", url, options, rows -> {})) {
      for (boolean anonymous : new boolean[] {false, true}) {
        MetricsOracle bounded = new MetricsOracle(options, events, true, anonymous);
        MetricsOracle unbounded = new MetricsOracle(options, events, false, anonymous);
        MetricsOracle sampled = new MetricsOracle(options, kept, true, anonymous);
        for (Metric metric : InternalMetrics.page()) {
          String name = metric.name();
          for (DistinctMode mode : DistinctMode.values()) {
            Metric asked = metric.toBuilder().distinct(mode).build();
            assertThat(ask(house, asked, anonymous))
                .as(name + " " + mode + " of " + options)
                .isEqualTo(nulls(bounded.answer(name)));
            assertThat(ask(house, asked.unbounded(), anonymous))
                .as(name + " over all history, " + mode + " of " + options)
                .isEqualTo(nulls(unbounded.answer(name)));
          }
          compareSampled(house, metric, anonymous, sampled);
          for (Metric variant : MetricVariants.internal().getOrDefault(name, List.of())) {
            assertThat(ask(house, variant, anonymous))
                .as(variant.name() + " of " + options)
                .isEqualTo(nulls(bounded.answer(name)));
          }
        }
        estimates(house, anonymous, bounded);
      }
    }
  }

  private static void compareSampled(
      DemoHouse house, Metric metric, boolean anonymous, MetricsOracle kept) {
    Metric sampled = metric.toBuilder().sampled("user_id", SAMPLE).build();
    if (NOT_SAMPLED.contains(metric.name())) {
      assertThatThrownBy(() -> ask(house, sampled, anonymous))
          .hasMessageContaining("Can't sample 1 in " + SAMPLE);
      return;
    }
    assertThat(ask(house, sampled, anonymous))
        .as(metric.name() + " sampled")
        .isEqualTo(
            nulls(kept.answer(metric.name())).stream()
                .map(row -> row.stream().map(InternalVariantsTest::scaled).toList())
                .toList());
  }

  /** Whole numbers are counts here. */
  private static String scaled(String value) {
    return value.matches("[0-9]+") ? "" + Long.parseLong(value) * SAMPLE : value;
  }

  private static void estimates(DemoHouse house, boolean anonymous, MetricsOracle oracle) {
    long exact = Long.parseLong(oracle.answer("loadMonthlyActiveUsers").get(0).get(0));
    Set<String> known = new HashSet<>(ESTIMATED);
    MetricVariants.monthlyEstimates()
        .forEach(
            (metric, error) -> {
              try {
                assertThat(Long.parseLong(ask(house, metric, anonymous).get(0).get(0)))
                    .as(metric.name())
                    .isCloseTo(exact, Percentage.withPercentage(SIGMAS * 100 * error));
              } catch (TwinhouseException refused) {
                assertThat(refused.is(ErrorCode.UNKNOWN_FUNCTION)).as("" + refused).isTrue();
                known.remove(metric.name());
              }
            });
    assertThat(known).contains("uniq");
  }

  private static boolean isKept(Event event) {
    String user = event.actor().user();
    if (user == null) {
      return false;
    }
    byte[] text = user.getBytes(StandardCharsets.UTF_8);
    return Long.remainderUnsigned(CityHash102.hash64(text, 0, text.length), SAMPLE) == 0;
  }

  private static List<List<String>> ask(DemoHouse house, Metric metric, boolean anonymous) {
    return house.ask(new Question(metric.name(), Question.Form.BOUNDED, anonymous, metric)).rows();
  }

  private static List<List<String>> nulls(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(v -> v.equals("\\N") ? "NULL" : v).toList())
        .toList();
  }
}
