// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricPage;
import io.twinhouse.engine.metrics.PageResult;
import io.twinhouse.server.metrics.KeyFigures.Change;
import io.twinhouse.server.metrics.RecurringRevenue.Subscription;
import io.twinhouse.testkit.LeakCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page makes of its metrics' rows: series, rates, revenue, the leaderboard, errors. */
final class PageAssemblyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T23:59:59.999Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void seriesHaveAPointForEachDay() {
    DailySeries series = DailySeries.internal(NOW);
    assertThat(series.since()).isEqualTo("2026-01-30 00:00:00");
    assertThat(series.until()).isEqualTo("2026-03-02 00:00:00");
    List<DailySeries.Point> points =
        series.fill(Map.of(TODAY, 7L, TODAY.plusDays(1), 9L, TODAY.minusDays(31), 9L));
    assertThat(points).hasSize(31);
    assertThat(points.get(0)).isEqualTo(new DailySeries.Point(LocalDate.of(2026, 1, 30), 0));
    assertThat(points.get(30)).isEqualTo(new DailySeries.Point(TODAY, 7));
    assertThat(points.stream().mapToLong(DailySeries.Point::value).sum()).isEqualTo(7);
    DailySeries platform = DailySeries.platform(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(platform.fill(Map.of())).hasSize(30);
    assertThat(platform.since()).isEqualTo("2026-01-31 00:00:00");
    assertThat(platform.priorSince()).isEqualTo("2026-01-01 00:00:00");
  }

  /** Sets of whole keys are what an internal metric takes on a server, and not in this house. */
  @Test
  void aPageIsAskedInItsLeanestFormUnderTheSameNames() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      assertThat(InternalMetrics.page(engine)).isEqualTo(InternalMetrics.page());
      MetricPage page = PlatformMetrics.page();
      List<Metric> leanest = PlatformMetrics.page(engine).metrics();
      assertThat(leanest.stream().map(Metric::name))
          .isEqualTo(page.metrics().stream().map(Metric::name).toList());
      assertThat(leanest.stream().filter(metric -> !page.metrics().contains(metric)))
          .extracting(Metric::name)
          .containsExactly("userCounts", "verifiedByProject");
    }
  }

  @Test
  void ratesOfNothingAreNothing() {
    KeyFigures figures =
        new KeyFigures(
            new Change(10, 8), new Change(11, 4), new Change(30, 0), new Change(2, 1), days(10));
    assertThat(figures.unverifiedUsers()).isZero();
    assertThat(figures.averageDailyActive()).isEqualTo(10);
    assertThat(figures.stickiness()).isEqualTo(33.3);
    Change none = new Change(0, 0);
    KeyFigures empty = new KeyFigures(none, none, none, none, List.of());
    assertThat(empty.averageDailyActive()).isZero();
    assertThat(empty.stickiness()).isZero();
    assertThat(KeyFigures.percent(2, 3)).isEqualTo(66.7);
    assertThat(KeyFigures.percentOrNull(0, 0)).isNull();
    assertThat(KeyFigures.percentOrNull(1, 8)).isEqualTo(12.5);
  }

  private static List<Long> days(long value) {
    return new ArrayList<>(Collections.nCopies(30, value));
  }

  @Test
  void revenueIsPerMonthAndInDollars() {
    assertThat(cents("active", "USD", 12, 1, 1, "month")).isEqualTo(1200);
    assertThat(cents("trialing", "USD", 120, 2, 1, "year")).isEqualTo(2000);
    assertThat(cents("active", "USD", 1, 1, 1, "day")).isEqualTo(3044);
    assertThat(cents("active", "USD", 7, 1, 1, "week")).isEqualTo(3044);
    assertThat(cents("active", "USD", 30, 1, 3, "month")).isEqualTo(1000);
    assertThat(cents("canceled", "USD", 12, 1, 1, "month")).isZero();
    assertThat(cents("active", "EUR", 12, 1, 1, "month")).isZero();
    assertThat(cents("active", "USD", 12, -1, 1, "month")).isZero();
    assertThat(cents("active", "USD", 12, Double.NaN, 1, "month")).isZero();
    assertThat(cents("active", "USD", 12, 1, 0, "month")).isZero();
    assertThat(cents("active", "USD", 12, 1, 1, "once")).isZero();
  }

  private static long cents(
      String status, String currency, double dollars, double quantity, int interval, String unit) {
    return RecurringRevenue.cents(
        List.of(new Subscription(status, currency, dollars, quantity, interval, unit)));
  }

  @Test
  void theLeaderboardIsCutAfterItIsSorted() {
    Map<String, Long> users = new HashMap<>();
    Map<String, Long> active = new HashMap<>();
    for (int i = 0; i < 700; i++) {
      users.put("p" + i, (long) (i / 2));
      active.put("p" + i, (long) (i % 2));
    }
    DailySeries days = DailySeries.platform(NOW);
    List<Leaderboard.Entry> board =
        Leaderboard.of(users, active, Map.of("p699", Map.of(TODAY, 3L)), days);
    assertThat(board).hasSize(Leaderboard.LIMIT);
    assertThat(board.get(0).project()).isEqualTo("p699");
    assertThat(board.get(0).sparkline()).hasSize(30).endsWith(3L);
    assertThat(board.get(1).project()).isEqualTo("p698");
    assertThat(board).isSortedAccordingTo((a, b) -> Long.compare(b.users(), a.users()));
    assertThat(board.get(499).users()).isEqualTo(100);
    Map<String, Long> equal = Map.of("b", 1L, "a", 1L);
    assertThat(Leaderboard.of(equal, Map.of(), Map.of(), days))
        .extracting(Leaderboard.Entry::project)
        .containsExactly("a", "b");
  }

  @Test
  void zerosOfAnErrorCountApart() {
    EstimateError error =
        EstimateError.of(
            Map.of("d1", List.of(100L, 0L, 0L), "d2", List.of(200L, 0L, 50L), "d3", List.of(9L)),
            Map.of("d1", List.of(104L, 4L, 0L), "d2", List.of(196L, 0L, 50L)));
    assertThat(error.mean()).isEqualTo((4 + 2 + 0) / 3.0);
    assertThat(error.max()).isEqualTo(4);
    assertThat(error.meanByFigure()).isEqualTo(Map.of(0, 3.0, 1, 100.0, 2, 0.0));
  }

  @Test
  void aSampleIsMeasuredAgainstAllKeys() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute(
          "CREATE TABLE visits (day Date, user String) ENGINE = MergeTree ORDER BY day;"
              + "INSERT INTO visits SELECT toDate('2026-01-01') + number % 3,"
              + " toString(cityHash64(number) % 20000) FROM numbers(60000)");
      Metric sampled =
          Metric.named("daily")
              .sql("SELECT day, uniqExact(user) AS users FROM visits GROUP BY day")
              .guard(Rewrites.Guard.OFF)
              .sampled("user", 4)
              .build();
      EstimateError error = EstimateError.measure(engine, sampled, Map.of());
      // some 12 600 users a day: three times sqrt(3 / n) is less than 5 %
      assertThat(error.max()).isPositive().isLessThan(5);
      assertThat(error.meanByFigure()).containsOnlyKeys(0);
      Metric all = sampled.toBuilder().sampled("user", 1).build();
      assertThat(EstimateError.measure(engine, all, Map.of()).max()).isZero();
    }
  }

  @Test
  void onlyAnEqualVariantMayWin() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      Metric original =
          metric(
              "original",
              "SELECT uniqExact(substring(toString(number % 5000), 1, 4)) FROM numbers(20000)");
      Metric lean = metric("lean", "SELECT uniqExact(number % 5000) FROM numbers(20000)");
      Metric wrong = metric("wrong", "SELECT 4999");
      List<VariantChoice.Measured> measured =
          VariantChoice.measure(engine, original, List.of(wrong, lean), Map.of(), 3);
      assertThat(measured)
          .extracting(VariantChoice.Measured::equal)
          .containsExactly(true, false, true);
      assertThat(measured.get(1).peakBytes()).isLessThan(measured.get(2).peakBytes());
      assertThat(VariantChoice.best(measured).metric()).isEqualTo(lean);
      assertThat(VariantChoice.best(measured).reduction()).isPositive();
    }
  }

  @Test
  void oneCountMayFailAndThePageStands() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      Metric fails = metric("monthly", "SELECT throwIf(1)");
      Metric stands = metric("daily", "SELECT 42");
      PageResult page = MetricPage.of("p", List.of(fails, stands)).run(engine, Map.of());
      List<TwinhouseException> captured = new ArrayList<>();
      assertThat(page.countOrZero("monthly", captured::add)).isZero();
      assertThat(captured).hasSize(1);
      assertThat(page.countOrZero("daily", captured::add)).isEqualTo(42);
      assertThat(captured).hasSize(1);
      assertThatThrownBy(() -> page.answer("monthly")).hasMessageContaining("Metric monthly");
    }
  }

  @Test
  void aMetricThatSpillsAnswersTheSame() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      Metric metric =
          metric(
              "m",
              "SELECT k % 10 AS d, count(), sum(c) FROM (SELECT toString(number % 60000) AS s,"
                  + " cityHash64(s) AS k, count() AS c FROM numbers(200000) GROUP BY s) GROUP BY d"
                  + " ORDER BY d");
      var rows = rows(engine, metric, "0");
      assertThat(rows(engine, metric, "1000000")).isEqualTo(rows);
    }
  }

  private static Object rows(Twinhouse engine, Metric metric, String bytes) {
    try (var result =
        engine.query(
            metric.request(Map.of()).withSetting("max_bytes_before_external_group_by", bytes))) {
      return result.rows();
    }
  }

  private static Metric metric(String name, String sql) {
    return Metric.named(name).sql(sql).build();
  }
}
