// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands at several places of a query is computed once, on both houses, where it may be. */
final class ShareSubqueriesTest {

  private static final int ROWS = 20_000;
  private static final String PER_USER =
      "WITH f AS (SELECT u, min(t) AS first, max(t) AS last, count() AS c FROM visits GROUP BY u) ";

  /** Queries in which one grouping, or the distinct rows of one, stand at two places. */
  private static final List<String> REPEATED =
      List.of(
          PER_USER
              + "SELECT a.u, a.first, b.last FROM f AS a JOIN f AS b ON a.u = b.u ORDER BY a.u",
          PER_USER
              + "SELECT a.u, b.c FROM f AS a LEFT JOIN f AS b ON a.last = b.first ORDER BY a.u,"
              + " b.c",
          PER_USER + "SELECT u, c FROM f UNION ALL SELECT u, c + 1 FROM f ORDER BY u, c",
          "SELECT a.u, b.u FROM (SELECT DISTINCT u FROM visits) AS a CROSS JOIN (SELECT DISTINCT u"
              + " FROM visits) AS b ORDER BY a.u, b.u",
          "SELECT x.u, x.c, y.c FROM (SELECT u, count() AS c FROM visits AS v GROUP BY u) AS x JOIN"
              + " (SELECT u, count() AS c FROM visits AS w GROUP BY u) AS y ON x.u = y.u ORDER BY"
              + " x.u");

  /** Queries whose groupings differ, or that have nothing to share. */
  private static final List<String> APART =
      List.of(
          PER_USER
              + "SELECT a.u, b.c FROM (SELECT * FROM f WHERE u < 5) AS a JOIN (SELECT * FROM f"
              + " WHERE u < 9) AS b ON a.u = b.u ORDER BY a.u",
          "SELECT a.u, b.c FROM (SELECT u, count() AS c FROM visits GROUP BY u) AS a JOIN (SELECT"
              + " u, sum(t) AS c FROM visits GROUP BY u) AS b ON a.u = b.u ORDER BY a.u",
          "SELECT a.u, count() FROM visits AS a JOIN visits AS b ON a.t = b.t GROUP BY a.u ORDER BY"
              + " a.u",
          PER_USER + "SELECT u, c FROM f ORDER BY u");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      share(engine);
      String text = explained(engine, REPEATED.get(0));
      assertThat(text).contains("Subquery 0").contains("ShareSubqueries: the grouping over");
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "shared")) {
      share(scratch.engine());
      assertThat(explained(scratch.engine(), REPEATED.get(0))).contains("MaterializingCTE");
    }
  }

  private static void share(Twinhouse engine) {
    engine.execute(
        "CREATE TABLE visits (u UInt32, t UInt32) ENGINE = MergeTree ORDER BY t;"
            + "INSERT INTO visits SELECT cityHash64(number) % 40, number FROM numbers("
            + ROWS
            + ")");
    for (String sql : REPEATED) {
      try (QueryResult once = ask(engine, sql, true);
          QueryResult twice = ask(engine, sql, false)) {
        assertThat(once.rows()).as(sql).isNotEmpty().isEqualTo(twice.rows());
        assertThat(texts(once)).as(sql).contains("stands at 2 places and is computed once");
        assertThat(texts(twice)).as(sql).doesNotContain("ShareSubqueries");
        assertThat(once.statistics().readRows()).as(sql).isLessThan(2 * ROWS);
        if (engine.storage().capabilities().contains(Capability.SCAN)) {
          assertThat(twice.statistics().readRows()).as(sql).isEqualTo(2 * ROWS);
        }
      }
    }
    for (String sql : APART) {
      try (QueryResult asked = ask(engine, sql, true);
          QueryResult plain = ask(engine, sql, false)) {
        assertThat(asked.rows()).as(sql).isEqualTo(plain.rows());
        assertThat(texts(asked)).as(sql).contains("nothing shared");
      }
    }
    refuses(engine);
  }

  /** Each place would have drawn values of its own. */
  private static void refuses(Twinhouse engine) {
    for (String drawn : List.of("rand() % 7", "arraySum(x -> rand64(x), [t])")) {
      String sql =
          "WITH f AS (SELECT u, max("
              + drawn
              + ") AS m FROM visits GROUP BY u) SELECT count() FROM f AS a JOIN f AS b ON a.u ="
              + " b.u";
      assertThatThrownBy(() -> ask(engine, sql, true).close())
          .as(sql)
          .hasMessageContaining("Can't share the grouping over 'visits': it calls rand");
      ask(engine, sql, false).close();
    }
  }

  private static QueryResult ask(Twinhouse engine, String sql, boolean shared) {
    Metric metric = Metric.named("m").sql(sql).shared(shared).guard(Rewrites.Guard.OFF).build();
    return engine.query(metric.request(Map.of()));
  }

  private static String texts(QueryResult result) {
    return String.join("\n", result.notes().stream().map(ShareSubqueriesTest::text).toList());
  }

  private static String text(Note note) {
    return note.rule() + ": " + note.text();
  }

  private static String explained(Twinhouse engine, String sql) {
    Metric metric =
        Metric.named("m").sql("EXPLAIN " + sql).shared(true).guard(Rewrites.Guard.OFF).build();
    QueryRequest request = metric.request(Map.of());
    try (QueryResult result = engine.query(request)) {
      return result.rows().stream().map(row -> String.valueOf(row.get(0))).toList() + texts(result);
    }
  }
}
