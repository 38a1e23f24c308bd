// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A view keeps the tables of the database in which it was made, wherever it is read. */
@RequiresClickHouse
final class ViewScopeTest {

  private static final List<String> BEFORE =
      List.of(
          "DROP DATABASE IF EXISTS scope1",
          "DROP DATABASE IF EXISTS scope2",
          "CREATE DATABASE scope1",
          "CREATE DATABASE scope2",
          "CREATE TABLE scope1.t (a Int8, b Array(Int8)) ENGINE = MergeTree ORDER BY a",
          "CREATE TABLE scope2.t (a Int8, b Array(Int8)) ENGINE = MergeTree ORDER BY a",
          "CREATE TABLE scope1.u (a Int8) ENGINE = MergeTree ORDER BY a",
          "CREATE TABLE scope2.u (a Int8) ENGINE = MergeTree ORDER BY a",
          "CREATE VIEW scope1.p AS SELECT {x:UInt8} AS a",
          "INSERT INTO scope1.t VALUES (1, [1]), (2, [5])",
          "INSERT INTO scope2.t VALUES (11, [11]), (12, [])",
          "INSERT INTO scope1.u VALUES (1), (3)",
          "INSERT INTO scope2.u VALUES (11), (13)");

  /** Each leaves databases out in another clause; scope1 is the current one. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT a FROM t",
          "SELECT t.a, t.b FROM t",
          "SELECT scope1.t.a FROM t",
          "SELECT a FROM scope2.t",
          "SELECT x.a FROM t AS x",
          "WITH t AS (SELECT a FROM t) SELECT a FROM t",
          "WITH w AS (SELECT a FROM t), x AS (SELECT a FROM w) SELECT a FROM x",
          "WITH w AS (SELECT a FROM t) SELECT a FROM (SELECT a FROM w)",
          "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 4) SELECT n"
              + " FROM r",
          "WITH 1 AS t SELECT a FROM t",
          "SELECT a FROM t LIMIT 1 BY a",
          "SELECT a FROM ((SELECT a FROM t) UNION ALL (SELECT a FROM u)) AS q",
          "SELECT a FROM t UNION ALL SELECT a FROM u",
          "SELECT a FROM view(SELECT a FROM t)",
          "SELECT a FROM t INNER JOIN u USING (a)",
          "SELECT t.a FROM t, u WHERE t.a = u.a",
          "SELECT a FROM t ARRAY JOIN b AS bb",
          "SELECT a FROM p(x = 3)");

  /** Those that we print with fewer brackets: only their rows are compared. */
  private static final List<String> OPERATORS =
      List.of(
          "SELECT a FROM t WHERE a IN u",
          "SELECT a FROM t WHERE a IN (u)",
          "SELECT a FROM t WHERE a GLOBAL NOT IN u",
          "SELECT a FROM t WHERE in(a, u)",
          "SELECT a FROM t WHERE a IN b",
          "SELECT a FROM t WHERE a IN (b)",
          "SELECT a, b AS u FROM t WHERE a IN u",
          "SELECT a IN u AS w FROM t HAVING w",
          "WITH u AS (SELECT 2 AS a) SELECT a FROM t WHERE a IN u",
          "WITH [1, 2] AS w SELECT a FROM t WHERE a IN w",
          "WITH (SELECT 1) AS u SELECT a FROM t WHERE a IN (u)",
          "SELECT a FROM t WHERE a IN (WITH u AS (SELECT 2 AS a) SELECT a FROM u) UNION ALL SELECT"
              + " a FROM u",
          "WITH u AS (SELECT 1 AS a) SELECT a FROM u UNION ALL SELECT a FROM u",
          "SELECT a FROM t WHERE a IN (SELECT a FROM u)",
          "SELECT arrayMap(x -> x IN (SELECT a FROM u), b) AS y FROM t",
          "SELECT count() FROM t WHERE EXISTS (SELECT 1 FROM u)",
          "SELECT a FROM t WHERE a > ALL (SELECT a - 2 FROM u)",
          "SELECT a FROM t ORDER BY (SELECT count() FROM u)",
          "WITH (SELECT max(a) FROM u) AS m SELECT a, m FROM t",
          "SELECT a FROM t INTERSECT SELECT a FROM u",
          "SELECT a FROM t AS t2, t2 AS t",
          "SELECT a FROM nosuch");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void aViewKeepsTheDatabaseInWhichItWasMade(ClickHouseHttp server) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
      BEFORE.forEach(
          statement -> {
            server.query(statement);
            ours.query(statement);
          });
      for (String query : QUERIES) {
        assertThat(made(ours, query) + "\n" + kept(ours))
            .as(query)
            .isEqualTo(made(server, query) + "\n" + kept(server));
      }
      for (String query : OPERATORS) {
        assertThat(made(ours, query)).as(query).isEqualTo(made(server, query));
      }
    }
  }

  /** The rows of a view in either database, read from the other one too. */
  private static String made(ClickHouseHttp house, String query) {
    StringBuilder rows = new StringBuilder();
    for (String view : List.of("scope1.v", "scope2.v")) {
      answer(house, "scope1", "DROP VIEW IF EXISTS " + view);
      rows.append(answer(house, "scope1", "CREATE VIEW " + view + " AS " + query));
      for (String current : List.of("scope1", "scope2")) {
        rows.append(answer(house, current, "SELECT * FROM " + view + " ORDER BY ALL"));
      }
    }
    return rows.toString();
  }

  private static String kept(ClickHouseHttp house) {
    return answer(
        house,
        "scope1",
        "SELECT name, as_select, create_table_query FROM system.tables WHERE database = 'scope2'"
            + " AND name = 'v'");
  }

  @Test
  void aMaterializedViewKeepsItToo(ClickHouseHttp server) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      assertThat(fed(ClickHouseHttp.at(endpoint.uri()))).isEqualTo(fed(server));
    }
  }

  private static String fed(ClickHouseHttp house) {
    BEFORE.forEach(house::query);
    StringBuilder rows = new StringBuilder();
    for (String statement :
        List.of(
            "CREATE MATERIALIZED VIEW scope2.m ENGINE = MergeTree ORDER BY a AS SELECT a FROM t",
            "CREATE MATERIALIZED VIEW scope2.o TO u AS SELECT a FROM t",
            "INSERT INTO t (a) VALUES (7)",
            "INSERT INTO scope2.t (a) VALUES (8)",
            "SELECT * FROM scope2.m ORDER BY a",
            "SELECT * FROM scope2.o ORDER BY a",
            "SELECT as_select FROM system.tables WHERE database = 'scope2' AND name IN ('m',"
                + " 'o')")) {
      rows.append(answer(house, "scope1", statement));
    }
    return rows.toString();
  }

  private static String answer(ClickHouseHttp house, String database, String statement) {
    try {
      return house.inDatabase(database).query(statement);
    } catch (ClickHouseRefusal e) {
      return "error " + e.code() + "\n";
    }
  }
}
