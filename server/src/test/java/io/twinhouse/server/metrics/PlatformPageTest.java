// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricAnswer;
import io.twinhouse.engine.metrics.MetricPage;
import io.twinhouse.engine.metrics.PageResult;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The seventeen metrics of the platform page, asked together, answer as plain loops do. */
@ExtendWith(Seed.class)
final class PlatformPageTest {

  private static final Map<String, String> VALUES =
      Map.of(
          "since", seconds(PlatformData.SINCE.toEpochMilli()),
          "until", seconds(PlatformData.UNTIL.toEpochMilli()),
          "priorSince", seconds(PlatformData.PRIOR.toEpochMilli()));

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @RepeatedTest(5)
  void theEmbeddedHouseAnswersAsTheOracle(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      answersAsTheOracle(engine, new PlatformData(random));
    }
  }

  @RepeatedTest(3)
  @RequiresClickHouse
  void clickHouseAnswersAsTheOracle(RandomSource random, RealClickHouse server) {
    String database = "platform_" + Long.toUnsignedString(random.anyLong());
    try (ScratchHouse scratch = ScratchHouse.open(server, database)) {
      answersAsTheOracle(scratch.engine(), new PlatformData(random));
    }
  }

  private static void answersAsTheOracle(Twinhouse engine, PlatformData data) {
    load(engine, data);
    List<Metric> metrics = new ArrayList<>(PlatformMetrics.page().metrics());
    PageResult sampled = MetricPage.of("sampled", metrics).run(engine, VALUES);
    matches(sampled, new PlatformOracle(data, 4));
    assertThat(sampled.answers().stream().filter(MetricAnswer::isApproximate))
        .extracting(answer -> answer.metric().name())
        .containsExactly("split");
    metrics.replaceAll(m -> m.name().equals("split") ? PlatformMetrics.exactSplit() : m);
    matches(MetricPage.of("exact", metrics).run(engine, VALUES), new PlatformOracle(data, 1));
  }

  private static void matches(PageResult page, PlatformOracle oracle) {
    assertThat(page.answers()).hasSize(17);
    for (MetricAnswer answer : page.answers()) {
      String metric = answer.metric().name();
      assertThat(texts(page.answer(metric))).as(metric).isEqualTo(oracle.answer(metric));
    }
  }

  @Test
  void aPageIsHeldToItsBudgets(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      load(engine, new PlatformData(random));
      isHeldToItsBudgets(engine, " held ", "While executing MergeTreeSelect(events)");
    }
  }

  @Test
  @RequiresClickHouse
  void aPageIsHeldToItsBudgetsOnClickHouse(RandomSource random, RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "page_budgets")) {
      load(scratch.engine(), new PlatformData(random));
      isHeldToItsBudgets(
          scratch.engine(), "AggregatingTransform x ", ", which is held by MergeSorting");
    }
  }

  private static void isHeldToItsBudgets(Twinhouse engine, String holders, String stopped) {
    PageResult page = PlatformMetrics.page(engine).withUserCap(1L << 30).run(engine, VALUES);
    assertThat(page.answers()).hasSize(17);
    page.requirePeaksBelow(1L << 30);
    assertThat(page.sumOfPeaks()).isGreaterThan(page.maxPeak());
    assertThatThrownBy(() -> page.requirePeaksBelow(1_000))
        .hasMessageContaining("the peaks add up to " + page.sumOfPeaks());

    Metric thrifty = PlatformMetrics.page().metrics().get(0).toBuilder().memoryBudget(999).build();
    PageResult measured = MetricPage.of("thrifty", List.of(thrifty)).measure(engine, WINDOW);
    assertThatThrownBy(() -> measured.requirePeaksBelow(1L << 30))
        .isInstanceOf(TwinhouseException.class)
        .matches(e -> ((TwinhouseException) e).is(ErrorCode.MEMORY_LIMIT_EXCEEDED))
        .hasMessageContaining("metric dauSeries peaked at " + measured.maxPeak())
        .hasMessageContaining("budget is 999")
        .hasMessageContaining(holders);

    PageResult capped = MetricPage.of("thrifty", List.of(thrifty)).run(engine, WINDOW);
    assertThat(capped.failures()).hasSize(1);
    assertThatThrownBy(() -> capped.answer("dauSeries"))
        .matches(e -> ((TwinhouseException) e).is(ErrorCode.MEMORY_LIMIT_EXCEEDED))
        .hasMessageContaining("Metric dauSeries of page thrifty")
        .hasMessageContaining(stopped);
  }

  private static final Map<String, String> WINDOW =
      Map.of("since", VALUES.get("since"), "until", VALUES.get("until"));

  @Test
  void aSmallCapForTheUserStopsSomeAndLeavesNothingBehind(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      load(engine, new PlatformData(random));
      long held = engine.memory().reservedBytes();
      PageResult page = PlatformMetrics.page().withUserCap(20_000).run(engine, VALUES);
      for (MetricAnswer failed : page.failures()) {
        assertThat(failed.failure().is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue();
      }
      assertThat(page.failures()).isNotEmpty();
      assertThat(engine.memory().reservedBytes()).isEqualTo(held);
    }
  }

  private static void load(Twinhouse engine, PlatformData data) {
    engine.execute(PlatformMetrics.tables());
    data.inserts().forEach(engine::execute);
  }

  private static List<List<String>> texts(MetricAnswer answer) {
    return answer.rows().stream().map(row -> row.stream().map(String::valueOf).toList()).toList();
  }

  private static String seconds(long millis) {
    return PlatformData.text(millis).substring(0, 19);
  }
}
