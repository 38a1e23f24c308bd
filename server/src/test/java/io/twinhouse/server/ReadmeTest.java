// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Appender;
import io.twinhouse.engine.exchange.Records;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's Java examples: they run here or in testing, line by line as they stand there. */
final class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path THIS = Path.of("src/test/java/io/twinhouse/server/ReadmeTest.java");

  private static final Path TESTING =
      Path.of("../testing/src/test/java/io/twinhouse/testing/VisitsTest.java");

  @Test
  void theExamplesAreTheOnesThatRun() throws IOException {
    String source = squeeze(Files.readString(THIS) + Files.readString(TESTING));
    List<String> blocks = List.of(Files.readString(README).split("```java\n"));
    assertThat(blocks).hasSizeGreaterThan(2);
    for (String block : blocks.subList(1, blocks.size())) {
      assertThat(source).contains(squeeze(block.substring(0, block.indexOf("```"))));
    }
  }

  private static String squeeze(String code) {
    return code.replaceAll("\\s+", " ").trim();
  }

  @Test
  @SuppressWarnings("SystemOut")
  void embedsInTenLines() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute("CREATE TABLE visits (day Date, user String) ENGINE = MergeTree ORDER BY day");
      engine.execute("INSERT INTO visits VALUES ('2026-01-01', 'ann'), ('2026-01-02', 'bob')");
      String sql = "SELECT day, uniqExact(user) AS users FROM visits GROUP BY day ORDER BY day";
      try (QueryResult result = engine.query(sql)) {
        System.out.println(result.rows());
        System.out.println(result.statistics().peakMemoryBytes() + " bytes held at most");
      }
    }
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        QueryResult result =
            engine.query("SELECT toDate('2026-01-01'), uniqExact(number) FROM numbers(9)")) {
      assertThat(result.rows().get(0).get(0)).isEqualTo(LocalDate.of(2026, 1, 1));
      assertThat(result.statistics().peakMemoryBytes()).isPositive();
    }
  }

  @Test
  @SuppressWarnings("SystemOut")
  void recordsGoInAndOut() {
    record Visit(LocalDate day, String user) {}

    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute("CREATE TABLE visits (day Date, user String) ENGINE = MergeTree ORDER BY day");
      try (Appender rows = Appender.ofRecords(engine, "visits", Visit.class)) {
        rows.appendRecord(new Visit(LocalDate.of(2026, 1, 3), "cy"));
      }
      try (QueryResult result = engine.query("SELECT day, user FROM visits ORDER BY day")) {
        List<Visit> visits = Records.list(result, Visit.class);
        System.out.println(visits);
      }
      try (QueryResult result = engine.query("SELECT * FROM visits")) {
        assertThat(Records.list(result, Visit.class))
            .containsExactly(new Visit(LocalDate.of(2026, 1, 3), "cy"));
      }
    }
  }

  @Test
  @SuppressWarnings("SystemOut")
  void valuesGoIn() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute("CREATE TABLE visits (day Date, user String) ENGINE = MergeTree ORDER BY day");
      QueryRequest visitors =
          QueryRequest.of(
                  "SELECT count() FROM visits WHERE user = {user:String} AND day >= {since:Date}")
              .withParameter("user", "ann")
              .withParameter("since", "2026-01-01");
      try (QueryResult result = engine.query(visitors)) {
        System.out.println(result.rows());
      }
      engine.execute("INSERT INTO visits VALUES ('2026-01-01', 'ann'), ('2026-01-02', 'bob')");
      try (QueryResult result = engine.query(visitors)) {
        assertThat(result.rows().toString()).isEqualTo("[[1]]");
      }
    }
  }

  @Test
  void aMetricWithoutItsWindowIsRefused() {
    Metric metric =
        Metric.named("dailyActiveUsers")
            .sql(
                "SELECT toDate(event_at) AS day, uniqExact(user_id) AS users FROM events"
                    + " WHERE event_at < {until:DateTime64(3, 'UTC')} GROUP BY day ORDER BY day")
            .parameter("since", "DateTime64(3, 'UTC')")
            .parameter("until", "DateTime64(3, 'UTC')")
            .window("event_at", "since", "until")
            .guard(Rewrites.Guard.REFUSE)
            .build();
    Map<String, String> values =
        Map.of("since", "2026-01-01 00:00:00", "until", "2026-01-03 00:00:00");
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute(
          "CREATE TABLE events (event_at DateTime64(3, 'UTC'), user_id String)"
              + " ENGINE = MergeTree ORDER BY event_at");
      try (QueryResult result = engine.query(metric.request(values))) {
        assertThat(result.rows()).isEmpty();
        assertThat(result.notes()).isNotEmpty();
      }
      Rewrites guarded = Rewrites.NONE.withGuard(Rewrites.Guard.REFUSE);
      QueryRequest unbounded =
          QueryRequest.of("SELECT user_id, count() FROM events GROUP BY user_id")
              .withRewrites(guarded);
      assertThatThrownBy(() -> engine.query(unbounded))
          .isInstanceOfSatisfying(
              TwinhouseException.class, e -> assertThat(e.number()).isEqualTo(620))
          .hasMessageContaining("user_id")
          .hasMessageContaining("events");
    }
  }
}
