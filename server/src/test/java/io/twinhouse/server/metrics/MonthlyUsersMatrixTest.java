// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which events make a monthly active user, case by case, unbounded and bounded, on both houses. */
final class MonthlyUsersMatrixTest {

  private static final String ID = "0a1b2c3d-4e5f-4a6b-8c7d-9e8f7a6b5c4d";
  private static final String AT = "2026-06-01 12:00:00.000";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  /** Literals of an event. */
  private record Row(List<String> literals) {}

  private record Case(String name, int expected, boolean includeAnonymous, List<Row> rows) {}

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("empty", 0, false, List.of()));
    cases.add(new Case("one user, one event", 1, false, List.of(refresh(ID))));
    List<Row> often = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      often.add(row("$token-refresh", "2026-06-01 12:00:%02d.000".formatted(i), "p", ID, "{}"));
    }
    cases.add(new Case("one user, 50 events", 1, false, often));
    List<Row> mixed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String payload = i < 3 ? "{\"is_anonymous\": false}" : "{\"is_anonymous\": true}";
      mixed.add(row("$token-refresh", AT, "p", user(i), payload));
    }
    cases.add(new Case("three real, two anonymous, without these", 3, false, mixed));
    cases.add(new Case("three real, two anonymous, with these", 5, true, mixed));
    cases.add(
        new Case(
            "before, inside, exactly at the end",
            1,
            false,
            List.of(
                row("$token-refresh", "2026-05-17 23:59:59.000", "p", user(1), "{}"),
                row("$token-refresh", AT, "p", user(2), "{}"),
                row("$token-refresh", "2026-06-18 00:00:00.000", "p", user(3), "{}"))));
    cases.add(new Case("no user beside one", 1, false, List.of(refresh(null), refresh(ID))));
    cases.add(
        new Case(
            "no UUID and one of version 1 beside a valid one",
            1,
            false,
            List.of(refresh("user-7"), refresh(ID.replace("-4a6b", "-1a6b")), refresh(ID))));
    cases.add(
        new Case(
            "other spellings of one id",
            1,
            false,
            List.of(refresh(ID), refresh(ID.toUpperCase(Locale.ROOT)), refresh(" " + ID + " "))));
    cases.add(
        new Case(
            "a user of another project",
            1,
            false,
            List.of(refresh(ID), row("$token-refresh", AT, "q", user(9), "{}"))));
    cases.add(new Case("no flag", 2, false, List.of(refresh(user(1)), refresh(user(2)))));
    cases.add(
        new Case(
            "a null flag",
            1,
            false,
            List.of(row("$token-refresh", AT, "p", ID, "{\"is_anonymous\": null}"))));
    cases.add(
        new Case(
            "other event types",
            1,
            false,
            List.of(
                refresh(ID),
                row("$page-view", AT, "p", user(1), "{}"),
                row("$click", AT, "p", user(2), "{}"))));
    return cases;
  }

  @Test
  void theEmbeddedHouseCountsThem() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      counts(engine);
    }
  }

  @Test
  @RequiresClickHouse
  void clickHouseCountsThem(RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "monthly_users")) {
      counts(scratch.engine());
    }
  }

  private static void counts(Twinhouse engine) {
    Metric bounded =
        InternalMetrics.page().stream()
            .filter(metric -> metric.name().equals("loadMonthlyActiveUsers"))
            .findFirst()
            .orElseThrow();
    String tables = PlatformMetrics.tables();
    engine.execute(tables.substring(0, tables.indexOf(';')));
    assertThat(cases()).hasSize(13);
    for (Case one : cases()) {
      engine.execute("TRUNCATE TABLE events");
      for (Row row : one.rows()) {
        engine.execute(
            "INSERT INTO events (event_type, event_at, project_id, branch_id, user_id, data) VALUES"
                + " ("
                + String.join(", ", row.literals())
                + ")");
      }
      assertThat(count(engine, bounded, one)).as(one.name()).isEqualTo("" + one.expected());
      assertThat(count(engine, bounded.unbounded(), one))
          .as(one.name() + ", unbounded")
          .isEqualTo("" + one.expected());
    }
  }

  private static String count(Twinhouse engine, Metric metric, Case one) {
    Map<String, String> values =
        Map.of(
            "projectId", "p",
            "branchId", "main",
            "includeAnonymous", one.includeAnonymous() ? "1" : "0",
            "since", "2026-05-18 00:00:00",
            "until", "2026-06-18 00:00:00");
    try (QueryResult result = engine.query(metric.request(values))) {
      return String.valueOf(result.rows().get(0).get(0));
    }
  }

  private static Row refresh(@Nullable String user) {
    return row("$token-refresh", AT, "p", user, "{}");
  }

  private static Row row(
      String type, String at, String project, @Nullable String user, String data) {
    return new Row(
        List.of(quoted(type), quoted(at), quoted(project), "'main'", quoted(user), quoted(data)));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "NULL" : "'" + text + "'";
  }

  private static String user(int number) {
    return "00000000-0000-4000-8000-00000000000" + number;
  }
}
