// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.DistinctMode;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricBuilder;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rewrites that would change what a metric means are refused with the reason, on both houses. */
final class RefusedRewritesTest {

  private static final String REFRESHES =
      " FROM events WHERE event_type = '$token-refresh' AND user_id IS NOT NULL ";
  private static final String TIME = "DateTime64(3, 'UTC')";

  private record Case(String sql, boolean windowed, int sample, String reason) {}

  private static final List<Case> CASES =
      List.of(
          windowed(
              "SELECT user_id, min(event_at)" + REFRESHES + "GROUP BY user_id",
              "first moment within the window"),
          windowed(
              "SELECT day, count() FROM (SELECT user_id, toDate(min(event_at)) AS day"
                  + REFRESHES
                  + "GROUP BY user_id) GROUP BY day",
              "mark it as seeing all history"),
          windowed(
              "SELECT argMin(project_id, event_at)" + REFRESHES, "argMin of 'event_at' over it"),
          windowed(
              "SELECT count() FROM events AS e JOIN (SELECT user_id, minIf(event_at, 1) AS f"
                  + REFRESHES
                  + "GROUP BY user_id) AS s ON s.user_id = e.user_id",
              "Can't bound scan 'events'"),
          sampled("SELECT sum(length(project_id))" + REFRESHES, "sum does not grow"),
          sampled("SELECT avg(length(user_id))" + REFRESHES, "avg does not grow"),
          sampled("SELECT max(event_at)" + REFRESHES, "max does not grow"),
          sampled("SELECT uniqExact(project_id)" + REFRESHES, "something else than the sampled"),
          sampled("SELECT uniqExact(lower(user_id))" + REFRESHES, "something else than"),
          sampled("SELECT uniqExact(substring(user_id, 1, 3))" + REFRESHES, "something else than"),
          sampled(
              "SELECT count() FROM (SELECT project_id" + REFRESHES + "GROUP BY project_id)",
              "mixes keys"),
          sampled("SELECT count() FROM (SELECT DISTINCT team_id" + REFRESHES + ")", "mixes keys"),
          sampled("SELECT count() FROM (SELECT count()" + REFRESHES + ")", "mixes keys"),
          sampled("SELECT count() FROM (SELECT user_id" + REFRESHES + "LIMIT 10)", "LIMIT below"),
          sampled("SELECT count() FROM events", "whose key is NULL"),
          sampled("SELECT user_id, count()" + REFRESHES + "GROUP BY user_id", "by the key itself"),
          sampled(
              "SELECT sipHash64(user_id) AS u, count()" + REFRESHES + "GROUP BY u",
              "by the key itself"),
          sampled("SELECT user_id" + REFRESHES, "no outermost aggregation"),
          sampled("SELECT count() FROM numbers(10)", "no scan carries the key"),
          sampled("SELECT count() AS c, 100 * c" + REFRESHES, ""),
          sampled(
              "SELECT count() FROM numbers(10) WHERE number IN (SELECT length(user_id)"
                  + REFRESHES
                  + ")",
              "something else than the key"),
          sampled(
              "SELECT count()"
                  + REFRESHES
                  + "AND length(project_id) < (SELECT count()"
                  + REFRESHES
                  + ")",
              "mixes keys"),
          sampled(
              "SELECT count() FROM (SELECT *"
                  + REFRESHES
                  + ") AS a JOIN (SELECT *"
                  + REFRESHES
                  + ") AS b ON a.project_id = b.project_id",
              "two sampled sides is not on 'user_id'"),
          new Case(
              "SELECT groupUniqArray(user_id)" + REFRESHES, false, 0, "the values are returned"));

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static Case windowed(String sql, String reason) {
    return new Case(sql, true, 1, reason);
  }

  private static Case sampled(String sql, String reason) {
    return new Case(sql, false, 4, reason);
  }

  @Test
  void inTheEmbeddedHouse() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      refuses(engine);
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "refused_rewrites")) {
      refuses(scratch.engine());
    }
  }

  private static void refuses(Twinhouse engine) {
    engine.execute(PlatformMetrics.tables());
    List<String> wrong = new ArrayList<>();
    for (Case one : CASES) {
      String said = said(engine, one);
      boolean refused = said.startsWith(ErrorCode.BAD_ARGUMENTS.number() + " ");
      if (one.reason().isEmpty() ? refused : !refused || !said.contains(one.reason())) {
        wrong.add(one.sql() + "\n  " + said);
      }
    }
    assertThat(wrong).isEmpty();
    if (!engine.storage().capabilities().contains(Capability.SCAN)) {
      for (String global :
          List.of(
              "SELECT count() FROM events AS e GLOBAL JOIN users AS u ON u.branch_id = e.branch_id",
              "SELECT count() FROM events WHERE user_id GLOBAL IN (SELECT branch_id FROM users)")) {
        assertThat(said(engine, new Case(global, false, 0, ""))).contains("with GLOBAL can't");
      }
    }
    oneRowStaysOneRow(engine);
    numbersAreRendered(engine);
  }

  /** Table functions that a rewritten query reads reach the other house as what they are. */
  private static void numbersAreRendered(Twinhouse engine) {
    Map<String, Integer> sums =
        Map.of(
            "SELECT sum(number) FROM numbers(3, 4)", 18,
            "SELECT sum(number) FROM numbers(1, 10, 3)", 22,
            "SELECT sum(generate_series) FROM generate_series(2, 8, 2)", 20,
            "SELECT count() FROM zeros(5)", 5,
            "SELECT sum(number) FROM (SELECT number FROM system.numbers LIMIT 4)", 6);
    sums.forEach(
        (sql, sum) ->
            assertThat(said(engine, new Case(sql, false, 0, "")))
                .as(sql)
                .isEqualTo("answered [[" + sum + "]]"));
  }

  /** Where a rewritten query reads no column of a sub-query, it still counts its rows. */
  private static void oneRowStaysOneRow(Twinhouse engine) {
    String one = "SELECT count() FROM (SELECT uniqExact(user_id) AS u, count() FROM events)";
    assertThat(said(engine, new Case(one, false, 0, ""))).isEqualTo("answered [[1]]");
    String none = "SELECT count() FROM (SELECT user_id, count() FROM events GROUP BY user_id)";
    assertThat(said(engine, new Case(none, false, 0, ""))).isEqualTo("answered [[0]]");
  }

  /** Code and text of the refusal, or what the answer was. */
  private static String said(Twinhouse engine, Case one) {
    MetricBuilder metric = Metric.named("m").sql(one.sql()).guard(Rewrites.Guard.OFF);
    Map<String, String> values = Map.of();
    if (one.windowed()) {
      metric.parameter("since", TIME).parameter("until", TIME);
      metric.window("event_at", "since", "until");
      values = Map.of("since", "2026-05-01 00:00:00", "until", "2026-06-01 00:00:00");
    }
    if (one.sample() > 1) {
      metric.sampled("user_id", one.sample());
    }
    if (!one.windowed() && one.sample() == 0) {
      metric.distinct(DistinctMode.HASHED);
    }
    try (QueryResult result = engine.query(metric.build().request(values))) {
      return "answered " + result.rows();
    } catch (TwinhouseException refused) {
      return refused.number() + " " + refused.getMessage();
    }
  }
}
