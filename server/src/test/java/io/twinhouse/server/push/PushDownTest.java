// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that lacks a function runs all of a query but what calls it. */
@RequiresClickHouse
final class PushDownTest {

  private record Case(String sql, String... pushed) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "SELECT substringUTF8(name, 1, 2) AS p, count() AS c FROM t WHERE x > 5 GROUP BY p"
                  + " ORDER BY p",
              "WHERE __t1.x > 5"),
          new Case(
              "SELECT substringUTF8(name, 1, 1) AS p, c FROM (SELECT name, count() AS c, sum(x) AS"
                  + " unused FROM t WHERE x > 3 GROUP BY name) ORDER BY p, c",
              "SELECT __t1.name AS c0, count() AS c1 FROM pushed.t AS __t1 WHERE __t1.x > 3 GROUP"
                  + " BY __t1.name"),
          new Case(
              "SELECT x, name FROM t WHERE substringUTF8(name, 2, 1) = '1' AND x < 90 ORDER BY x",
              "FROM pushed.t AS __t1 WHERE __t1.x < 90"),
          new Case(
              "SELECT substringUTF8(a.name, 1, 3) AS p, max(b.y) FROM t AS a JOIN u AS b ON a.x ="
                  + " b.x GROUP BY p ORDER BY p",
              "INNER ALL JOIN pushed.u"),
          new Case(
              "SELECT a.p, b.y FROM (SELECT lower(name) AS p, max(x) AS x FROM t GROUP BY p) AS a"
                  + " JOIN (SELECT x, min(y) AS y FROM u GROUP BY x) AS b ON a.x = b.x ORDER BY"
                  + " a.p",
              "min(",
              "name"),
          new Case(
              "SELECT count() FROM u WHERE x IN (SELECT x FROM t WHERE substringUTF8(name, 1, 2) ="
                  + " 'n1')",
              "pushed.t",
              "pushed.u"),
          new Case(
              "SELECT groupBitXorIf(length(n), n != '') FROM (SELECT name AS n, max(note) AS m FROM"
                  + " t GROUP BY n HAVING m IS NOT NULL)",
              "HAVING"),
          new Case(
              "SELECT arrayMap(s -> lower(s), groupArray(toString(name))) FROM (SELECT name FROM t"
                  + " ORDER BY x LIMIT 5)",
              "LIMIT 5"));

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void allButTheCallRunsOnTheServer(RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "pushed");
        Twinhouse older = Twinhouse.open("older:" + server.url() + "/pushed")) {
      Twinhouse house = scratch.engine();
      house.execute(
          "CREATE TABLE t (x UInt32, name LowCardinality(String), note Nullable(String)) ENGINE ="
              + " MergeTree ORDER BY x;INSERT INTO t SELECT number, 'n' || toString(number % 37),"
              + " if(number % 3 = 0, NULL, 'd') FROM numbers(120);CREATE TABLE u (x UInt32, y"
              + " DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY x;INSERT INTO u SELECT number,"
              + " toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + number FROM numbers(100)");
      CASES.forEach(one -> check(older, house, one));
      refusesWhatNobodyKnows(older);
      runsUnderTheNameThatTheServerKnows(house);
    }
  }

  private static void check(Twinhouse older, Twinhouse house, Case one) {
    String sql = one.sql();
    try (QueryResult parts = older.query(sql);
        QueryResult whole = house.query(sql)) {
      assertThat(parts.schema().types()).as(sql).isEqualTo(whole.schema().types());
      assertThat(parts.rows()).as(sql).isNotEmpty().isEqualTo(whole.rows());
      assertThat(parts.notes()).as(sql).isNotEmpty().allMatch(n -> n.rule().equals("PushDown"));
      String pushed = parts.notes().toString();
      assertThat(pushed).as(sql).contains(one.pushed()).doesNotContain(OlderServer.LACKING);
      assertThat(parts.statistics().readRows()).as(sql).isPositive();
    }
    try (QueryResult explained = older.query("EXPLAIN " + sql)) {
      assertThat(explained.rows().toString()).contains("PushDown: ClickHouse runs SELECT");
    }
  }

  private static void refusesWhatNobodyKnows(Twinhouse house) {
    assertThatThrownBy(() -> house.query("SELECT nobodysFunction(x) FROM t").close())
        .matches(e -> ((TwinhouseException) e).is(ErrorCode.UNKNOWN_FUNCTION))
        .hasMessageContaining("nobodysFunction");
  }

  /** Some builds are without this alias, which is here what it is an alias of. */
  private static void runsUnderTheNameThatTheServerKnows(Twinhouse house) {
    QueryRequest request =
        QueryRequest.of("SELECT max(substrUTF8({s:String} || name, 1, 3)) FROM t")
            .withParameters(Map.of("s", "é"));
    try (QueryResult result = house.query(request)) {
      assertThat(result.rows()).isEqualTo(List.of(List.of("én9")));
    }
  }
}
