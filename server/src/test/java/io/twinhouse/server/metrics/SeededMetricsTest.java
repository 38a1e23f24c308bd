// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read of seeded rows, and how much is read for it, on both houses. */
final class SeededMetricsTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      ask(house);
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "seeded")) {
      ask(scratch.engine());
    }
  }

  private static void ask(Twinhouse house) {
    house.execute(PlatformMetrics.tables());
    liveUsersFadeAfterTwoMinutes(house);
    projectsAreAskedForByAList(house);
    eventsArePrunedByMonthAndKey(house);
    theFirstProjectHasATenth(house);
  }

  private static void liveUsersFadeAfterTwoMinutes(Twinhouse house) {
    List<String> rows = new ArrayList<>();
    String[] countries = {"us", "de", "BR", "in", "fr", "jp", "ca", "nl"};
    for (int i = 0; i < 8; i++) {
      rows.add(
          "('$token-refresh', '2026-06-01 12:00:0%d', '{\"ip_info\":{\"country_code\":\"%s\"}}',"
                  .formatted(9 - i, countries[i])
              + " 'live', 'main', 'u"
              + i
              + "')");
    }
    for (int i = 0; i < 12; i++) { // more of one country than are shown
      rows.add(
          "('$token-refresh', '2026-06-01 12:00:00', '{\"ip_info\":{\"country_code\":\"de\"}}',"
              + " 'live', 'main', 'v"
              + (char) ('a' + i)
              + "')");
    }
    house.execute(
        "INSERT INTO events (event_type, event_at, data, project_id, branch_id, user_id) VALUES "
            + String.join(", ", rows));
    String now = live(house, "2026-06-01 11:58:09");
    assertThat(now).startsWith("[[BR, u2, ").contains("[DE, u1, ").contains("[DE, vg, ");
    assertThat(now).doesNotContain("[DE, vh, ").contains("[US, u0, ");
    assertThat(live(house, "2026-06-01 12:00:09")).startsWith("[[US, u0, ");
    assertThat(live(house, "2026-06-01 12:00:10")).isEqualTo("[]");
  }

  private static String live(Twinhouse house, String since) {
    Map<String, String> values = Map.of("projectId", "live", "branchId", "main", "since", since);
    try (QueryResult result = house.query(SeededMetrics.liveUsers().request(values))) {
      return result.rows().toString();
    }
  }

  private static void projectsAreAskedForByAList(Twinhouse house) {
    house.execute(
        "INSERT INTO users (project_id, branch_id, id, signed_up_at, is_anonymous,"
            + " sync_sequence_id, sync_is_deleted) SELECT 'p' || toString(number % 3), 'main',"
            + " reinterpretAsUUID(MD5(toString(number))), toDateTime64('2026-05-01 00:00:00', 3,"
            + " 'UTC') + toIntervalDay(number), number % 10 = 9, 1, number = 0 FROM numbers(60)");
    assertThat(projects(house, "['p0', 'p2', 'none']")).isEqualTo("[[p0, 17, 8], [p2, 18, 9]]");
    assertThat(projects(house, "[]")).isEqualTo("[]");
    assertThat(projects(house, "['\\'; DROP TABLE users; --']")).isEqualTo("[]");
  }

  private static String projects(Twinhouse house, String list) {
    Map<String, String> values = Map.of("projectIds", list, "since", "2026-06-01 00:00:00");
    try (QueryResult result = house.query(SeededMetrics.projectsMetrics().request(values))) {
      return result.rows().toString();
    }
  }

  private static void eventsArePrunedByMonthAndKey(Twinhouse house) {
    house.execute(
        "INSERT INTO events (event_type, event_at, data, project_id, branch_id) SELECT '$click',"
            + " toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + toIntervalMinute(number % 129600),"
            + " '{}', 'q' || toString(number % 7), 'main' FROM numbers(300000);"
            + "OPTIMIZE TABLE events FINAL");
    String february = " event_at >= '2026-02-01' AND event_at < '2026-03-01'";
    long all = read(house, "event_at < '2027-01-01'");
    long month = read(house, february);
    long day =
        read(
            house,
            "project_id = 'q3' AND branch_id = 'main' AND event_at >= '2026-02-10' AND event_at <"
                + " '2026-02-11'");
    assertThat(all).isGreaterThanOrEqualTo(300_000);
    assertThat(month).isLessThan(all / 2);
    assertThat(day).isLessThan(month / 2);
  }

  private static long read(Twinhouse house, String condition) {
    try (QueryResult result =
        house.query("SELECT uniqExact(event_at) FROM events WHERE " + condition)) {
      assertThat(result.rows().toString()).isNotEqualTo("[[0]]");
      return result.statistics().readRows();
    }
  }

  private static void theFirstProjectHasATenth(Twinhouse house) {
    String project = SeededMetrics.powerLawProject("number", 10_000);
    try (QueryResult result =
        house.query(
            "SELECT max(c) / sum(c) BETWEEN 0.09 AND 0.11, argMax(p, c), count() > 3000 FROM"
                + " (SELECT "
                + project
                + " AS p, count() AS c FROM numbers(100000) GROUP BY p)")) {
      assertThat(result.rows().toString()).isEqualTo("[[1, p0, 1]]");
    }
  }
}
