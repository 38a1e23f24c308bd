// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.gate.GateAnswer;
import io.twinhouse.engine.gate.GateFailure;
import io.twinhouse.engine.gate.GateLimits;
import io.twinhouse.engine.gate.GateQuery;
import io.twinhouse.engine.gate.GateRules;
import io.twinhouse.engine.gate.QueryGate;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Attacks on the gate, on both houses: {@code attacks.tsv} has a line for each, the code that it
 * must fail with and the SQL; code 0 is a query that must be answered with the tenant's rows alone.
 */
final class QueryGateTest {

  private static final List<String> ROWS =
      List.of(
          "INSERT INTO internal.events VALUES ('a', 'main', 'ua', 'mine-1', 1, 0),"
              + " ('a', 'dev', 'ud', 'dev-secret', 2, 0), ('b', 'main', 'ub', 'other-secret', 3, 0),"
              + " ('b', 'main', NULL, 'other-secret', 3, 0)",
          "INSERT INTO users VALUES ('a', 'main', 'ua', 'mine-2', 1, 1),"
              + " ('a', 'dev', 'ud', 'dev-secret', 2, 1), ('b', 'main', 'ub', 'other-secret', 3, 1)",
          "INSERT INTO users VALUES ('a', 'main', 'ua', 'mine-3', 5, 2)");
  private static final Set<Integer> SHOWN = Set.of(62, 159, 164, 158, 396, 636, 206);

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private record Attack(int code, String sql) {}

  private static List<Attack> attacks() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(QueryGateTest.class.getResourceAsStream("attacks.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> new Attack(Integer.parseInt(parts[0]), parts[1].replace("\\n", "\n")))
          .toList();
    }
  }

  @Test
  void everyAttackFailsInTheEmbeddedHouse() throws Exception {
    GatedHouses.embedded(ROWS, (gate, administrator, captured) -> attack(gate));
  }

  @Test
  @RequiresClickHouse
  void everyAttackFailsOnClickHouse() throws Exception {
    GatedHouses.clickHouse(ROWS, (gate, administrator, captured) -> attack(gate));
  }

  private static void attack(QueryGate gate) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Attack attack : attacks()) {
      GateQuery query = GateQuery.of(attack.sql(), GatedHouses.tenant("a", "main"));
      GateAnswer answer = gate.ask(query.withTimeout(1_000));
      GateFailure failure = answer.failure();
      int code = failure == null ? 0 : failure.code();
      String said = failure == null ? "" + answer.rows() : failure.text();
      boolean leaks = said.contains("-secret") || said.contains("hidden-row");
      boolean shown =
          failure == null || SHOWN.contains(code) || said.startsWith("The query is not");
      if (code != attack.code() || leaks || !shown) {
        wrong.add(attack.code() + " " + attack.sql() + "\n    " + code + " " + said);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theEmbeddedHouseServesAUser() throws Exception {
    GatedHouses.embedded(ROWS, QueryGateTest::serves);
  }

  @Test
  @RequiresClickHouse
  void clickHouseServesAUser() throws Exception {
    GatedHouses.clickHouse(ROWS, QueryGateTest::serves);
  }

  private static void serves(
      QueryGate gate, Twinhouse administrator, List<TwinhouseException> captured) {
    Map<String, String> mine = GatedHouses.tenant("a", "main");
    GateQuery all = GateQuery.of("SELECT secret FROM events ORDER BY secret", mine);
    assertThat(gate.ask(all).rows()).containsExactly(List.of("mine-1"));
    assertThat(gate.ask(GateQuery.of(all.sql(), GatedHouses.tenant("b", "main"))).rows())
        .containsExactly(List.of("other-secret"), List.of("other-secret"));
    assertThat(gate.ask(GateQuery.of(all.sql(), GatedHouses.tenant("a", "dev"))).rows())
        .containsExactly(List.of("dev-secret"));
    assertThat(gate.ask(GateQuery.of(all.sql(), GatedHouses.tenant("c", "main"))).rows()).isEmpty();
    GateAnswer tables = gate.ask(GateQuery.of("SHOW TABLES", mine));
    assertThat(tables.rows()).hasSize(12).contains(List.of("events"), List.of("users"));

    String injected = "x' OR 1 = 1 --";
    GateQuery typed =
        GateQuery.of("SELECT {p:String}, count() FROM events WHERE secret != {p:String}", mine);
    assertThat(gate.ask(typed.withParameters(Map.of("p", injected))).rows())
        .hasToString("[[" + injected + ", 1]]");

    assertThatThrownBy(() -> gate.ask(GateQuery.of(" ", mine))).hasMessageContaining("empty");
    assertThatThrownBy(() -> gate.ask(all.withTimeout(999))).hasMessageContaining("999 ms");
    assertThatThrownBy(() -> gate.ask(all.withTimeout(120_001))).hasMessageContaining("120001 ms");
    assertThatThrownBy(() -> gate.ask(GateQuery.of("SELECT 1", Map.of())))
        .hasMessageContaining("tenant");

    assertThat(captured).isEmpty();
    GateFailure division = failure(gate, "SELECT throwIf(1)", mine);
    assertThat(division.code()).isEqualTo(395);
    assertThat(division.expected()).isFalse();
    assertThat(division.text()).startsWith("The query is not valid");
    assertThat(captured).hasSize(1);

    String id = gate.ask(all).queryId();
    assertThat(id).startsWith("a/main:");
    administrator.execute("SYSTEM FLUSH LOGS");
    assertThat(gate.timing(administrator, mine, id).readRows()).isPositive();
    assertThatThrownBy(() -> gate.timing(administrator, GatedHouses.tenant("b", "main"), id))
        .hasMessageContaining("There is no query");
  }

  private static GateFailure failure(QueryGate gate, String sql, Map<String, String> tenant) {
    return Objects.requireNonNull(gate.ask(GateQuery.of(sql, tenant)).failure());
  }

  @Test
  @RequiresClickHouse
  void aUserWhoMayDoMoreIsRefused() throws Exception {
    GatedHouses.clickHouse(
        ROWS,
        (gate, administrator, captured) ->
            assertThatThrownBy(
                    () -> QueryGate.open(administrator, GatedHouses.rules(), captured::add))
                .hasMessageContaining("logged in as default"));
  }

  @Test
  void rulesThatIsolateNobodyAreRefused() {
    TableName table = new TableName("default", "t");
    GateLimits limits = GateLimits.DEFAULT;
    List<String> tenant = List.of("SQL_project_id");
    assertThatThrownBy(() -> new GateRules("u", Map.of(table, ""), tenant, limits, false))
        .hasMessageContaining("does not read getSetting('SQL_project_id')");
    assertThatThrownBy(() -> new GateRules("u", Map.of(), tenant, limits, false))
        .hasMessageContaining("at least one table");
    assertThatThrownBy(() -> new GateLimits(60_000, 0, 1, 1))
        .hasMessageContaining("0 would limit nothing");
    GateRules rules =
        new GateRules(
            "u", Map.of(table, "p = getSetting('SQL_project_id')"), tenant, limits, false);
    assertThat(rules.grants())
        .containsExactly(
            "CREATE ROW POLICY OR REPLACE u_isolation ON `default`.`t` FOR SELECT USING"
                + " p = getSetting('SQL_project_id') TO u",
            "REVOKE ALL ON *.* FROM u",
            "GRANT SELECT ON `default`.`t` TO u");
  }
}
