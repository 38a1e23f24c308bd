// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.gate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.gate.GateLimits;
import io.twinhouse.engine.gate.GateRules;
import io.twinhouse.engine.gate.QueryGate;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.testkit.clickhouse.ServerProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Houses with the rows of two tenants, a gate before each: twelve views and tables may be read, the
 * physical tables below them and one hidden table may not.
 */
final class GatedHouses {

  static final String USER = "limited_user";
  static final String TENANT = "log_comment";
  static final String CONDITION =
      "concat(project_id, '/', branch_id) = getSetting('" + TENANT + "')";
  static final List<String> MORE =
      List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10");

  private static final String PASSWORD = "secret";

  /** What is done with a house: its gate, and the engine of its administrator. */
  interface Work {
    void with(QueryGate gate, Twinhouse administrator, List<TwinhouseException> captured)
        throws Exception;
  }

  private GatedHouses() {}

  /** The rules; the tenant travels in a setting that every server has. */
  static GateRules rules() {
    Map<TableName, String> tables = new HashMap<>();
    tables.put(new TableName("default", "events"), CONDITION);
    tables.put(new TableName("default", "users"), CONDITION);
    MORE.forEach(name -> tables.put(new TableName("default", name), CONDITION));
    return new GateRules(USER, tables, List.of(TENANT), GateLimits.DEFAULT, false);
  }

  static Map<String, String> tenant(String project, String branch) {
    return Map.of(TENANT, project + "/" + branch);
  }

  /** {@code rows} are statements that fill the tables. */
  static void embedded(List<String> rows, Work work) throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      fill(engine, rows);
      List<TwinhouseException> captured = new ArrayList<>();
      work.with(QueryGate.open(engine, rules(), captured::add), engine, captured);
    }
  }

  static void clickHouse(List<String> rows, Work work) throws Exception {
    assumeTrue(ServerProcess.isAvailable(), "needs a server of its own");
    try (ServerProcess server = ServerProcess.startWithUsers(users());
        Twinhouse administrator = Twinhouse.open("clickhouse:" + server.url())) {
      fill(administrator, rows);
      String url = "clickhouse:" + server.url() + "/default?user=" + USER + "&password=" + PASSWORD;
      try (Twinhouse limited = Twinhouse.open(url)) {
        List<TwinhouseException> captured = new ArrayList<>();
        work.with(QueryGate.open(limited, rules(), captured::add), administrator, captured);
      }
    }
  }

  private static void fill(Twinhouse engine, List<String> rows) {
    engine.execute("CREATE DATABASE IF NOT EXISTS internal");
    engine.execute(
        "CREATE TABLE internal.events (project_id String, branch_id String, user_id"
            + " Nullable(String), secret String, n UInt64, at DateTime) ENGINE = MergeTree"
            + " ORDER BY (project_id, branch_id)");
    engine.execute(
        "CREATE VIEW default.events SQL SECURITY DEFINER AS SELECT project_id, branch_id, user_id, secret, n, at"
            + " FROM internal.events");
    engine.execute(
        "CREATE TABLE default.users (project_id String, branch_id String, id String, name"
            + " LowCardinality(String), n Int64, version UInt64) ENGINE ="
            + " ReplacingMergeTree(version) ORDER BY (project_id, branch_id, id)");
    for (String name : MORE) {
      engine.execute(
          "CREATE TABLE default."
              + name
              + " (project_id String, branch_id String) ENGINE = MergeTree ORDER BY project_id");
    }
    engine.execute("CREATE TABLE default.hidden (x String, y UInt8) ENGINE = MergeTree ORDER BY x");
    engine.execute("INSERT INTO default.hidden VALUES ('hidden-row', 1)");
    rows.forEach(engine::execute);
  }

  private static String users() {
    StringBuilder grants = new StringBuilder();
    StringBuilder filters = new StringBuilder();
    rules()
        .tables()
        .forEach(
            (table, condition) -> {
              grants.append("<query>GRANT SELECT ON ").append(table).append("</query>");
              filters.append("<").append(table.table()).append("><filter>").append(condition);
              filters.append("</filter></").append(table.table()).append(">");
            });
    return "<"
        + USER
        + "><password>"
        + PASSWORD
        + "</password><networks><ip>::/0</ip></networks><profile>default</profile>"
        + "<quota>default</quota><grants>"
        + grants
        + "</grants><databases><default>"
        + filters
        + "</default></databases></"
        + USER
        + ">";
  }
}
