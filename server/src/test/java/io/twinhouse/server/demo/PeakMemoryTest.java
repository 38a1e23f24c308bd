// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.testkit.LeakCheck;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the product promises of a query's peak memory, on the embedded house. */
final class PeakMemoryTest {

  private static final DemoOptions OPTIONS = new DemoOptions(2_000, 31, 9, 1, DemoOptions.NOW);

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private Twinhouse engine;

  @BeforeEach
  void createTables() throws Exception {
    engine = Twinhouse.open("arrow:memory:");
    for (String object : List.of("events", "users", "live_users")) {
      try (InputStream in =
          DemoHouse.class.getResourceAsStream("/io/twinhouse/demo/" + object + ".sql")) {
        engine.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    insert(OPTIONS);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  @Test
  void twoRunsHaveThePeakOfOne() {
    for (int threads : new int[] {1, 2, 4}) {
      for (Question question : Question.all()) {
        QueryRequest request =
            request(question).withSetting("max_threads", Integer.toString(threads));
        assertThat(peak(request))
            .as(question + " on " + threads + " threads")
            .isPositive()
            .isEqualTo(peak(request));
      }
    }
  }

  @Test
  void aBoundedMetricDoesNotGrowWithHistoryAndAnUnboundedOneDoes() {
    Map<Question, Long> before = new LinkedHashMap<>();
    List<Question> questions =
        Question.all().stream()
            .filter(q -> !q.includeAnonymous())
            .filter(q -> q.name().matches("loadUsersByCountry|.*(dailyEvents|Visitors|Referrers)"))
            .toList();
    questions.forEach(question -> before.put(question, peak(onOneThread(question))));
    for (int period = 1; period < 12; period++) {
      insert(
          new DemoOptions(
              OPTIONS.users(),
              OPTIONS.days(),
              OPTIONS.eventsPerUser(),
              1 + period,
              OPTIONS.now().minus(Duration.ofDays(32L * period))));
    }
    engine.execute("OPTIMIZE TABLE events FINAL");
    for (Question question : questions) {
      double growth = peak(onOneThread(question)) / (double) before.get(question);
      if (question.form() == Question.Form.BOUNDED) {
        assertThat(growth).as(question.toString()).isLessThan(1.25);
      } else {
        assertThat(growth).as(question.toString()).isGreaterThan(1.5);
      }
    }
  }

  @Test
  void theGuardNamesScanAndKeyUnlessTheMetricSeesAllHistory() {
    Metric forgetful =
        InternalMetrics.page().get(0).unbounded().toBuilder().guard(Rewrites.Guard.REFUSE).build();
    assertThatThrownBy(() -> peak(forgetful.request(DemoParameters.of(forgetful, OPTIONS, false))))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("'user_id'")
        .hasMessageContaining("'events'")
        .matches(refused -> ((TwinhouseException) refused).is(ErrorCode.QUERY_NOT_ALLOWED));
    for (Metric metric : InternalMetrics.page()) {
      assertThat(peak(metric.request(DemoParameters.of(metric, OPTIONS, false))))
          .as(metric.name())
          .isPositive();
    }
  }

  @Test
  void aBudgetThatIsTooSmallIsRefusedAndGivesEverythingBack() {
    Metric metric = InternalMetrics.page().get(2).toBuilder().memoryBudget(64 << 10).build();
    long held = engine.memory().reservedBytes();
    assertThatThrownBy(() -> peak(metric.request(DemoParameters.of(metric, OPTIONS, false))))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("memory limit exceeded")
        .matches(refused -> ((TwinhouseException) refused).is(ErrorCode.MEMORY_LIMIT_EXCEEDED));
    assertThat(engine.memory().reservedBytes()).isEqualTo(held);
  }

  /** How many threads find work depends on how many granules there are, so one for all. */
  private static QueryRequest onOneThread(Question question) {
    return request(question).withSetting("max_threads", "1");
  }

  private static QueryRequest request(Question question) {
    return question
        .metric()
        .request(DemoParameters.of(question.metric(), OPTIONS, question.includeAnonymous()));
  }

  private long peak(QueryRequest request) {
    try (QueryResult result = engine.query(request)) {
      result.rows();
      return result.statistics().peakMemoryBytes();
    }
  }

  private void insert(DemoOptions options) {
    TableName events = new TableName("default", "events");
    try (BatchSink sink = engine.storage().insert(events, DemoTable.EVENTS.names())) {
      DemoTable.events(options, sink::add);
      sink.commit();
    }
  }
}
