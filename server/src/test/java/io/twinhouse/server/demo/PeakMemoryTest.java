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

  /**
   * The same users, twelve times the days and the events: what a window sees stays as much. The
   * splits are left out: their first dates see all history, in which a second thread finds work
   * that a short history does not have. What is left of growth, 16 % at most, is a scan with a
   * granule more to cut through.
   */
  @Test
  void aBoundedMetricDoesNotGrowWithHistoryAndAnUnboundedOneDoes() {
    List<Question> questions = Question.all().stream().filter(q -> !q.includeAnonymous()).toList();
    Map<Question, Long> before = new LinkedHashMap<>();
    refill(31, 9);
    questions.forEach(question -> before.put(question, peak(request(question))));
    refill(12 * 31, 12 * 9);
    for (Question question : questions) {
      double growth = peak(request(question)) / (double) before.get(question);
      if (question.form() == Question.Form.BOUNDED && !question.name().matches("(?i).*split.*")) {
        assertThat(growth).as(question.toString()).isLessThan(1.25);
      } else if (question.name().matches("loadUsersByCountry|.*(Visitors|Referrers|dailyEvents)")) {
        assertThat(growth).as(question.toString()).isGreaterThan(1.05);
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

  private void refill(int days, int eventsPerUser) {
    engine.execute("TRUNCATE TABLE events");
    insert(new DemoOptions(5_000, days, eventsPerUser, OPTIONS.seed(), OPTIONS.now()));
    engine.execute("OPTIMIZE TABLE events FINAL");
  }

  private void insert(DemoOptions options) {
    TableName events = new TableName("default", "events");
    try (BatchSink sink = engine.storage().insert(events, DemoTable.EVENTS.names())) {
      DemoTable.events(options, sink::add);
      sink.commit();
    }
  }
}
