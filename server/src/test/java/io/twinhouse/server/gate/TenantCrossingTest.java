// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.gate.GateAnswer;
import io.twinhouse.engine.gate.GateFailure;
import io.twinhouse.engine.gate.GateQuery;
import io.twinhouse.engine.gate.QueryGate;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random queries that try to cross to another tenant, by values, conditions, joins, sets, failures
 * and limits. Each is asked behind the gate in a house of two tenants and in one where the other
 * tenant has no rows: whatever the query, both must say the same, or the other tenant's rows were
 * felt. {@code -Dtwinhouse.gate.crossings=100000} asks for more of them.
 */
@ExtendWith(Seed.class)
final class TenantCrossingTest {

  private static final int CROSSINGS = Integer.getInteger("twinhouse.gate.crossings", 5_000);
  private static final int EACH = 20;

  /** Ways to cross in one of the wide queries, of which each comes after one that may fail. */
  private static final int WIDE = 49;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse(RandomSource random) throws Exception {
    GatedHouses.embedded(
        rows(true),
        (both, first, captured) ->
            GatedHouses.embedded(
                rows(false), (alone, second, more) -> cross(random, both, alone, CROSSINGS)));
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RandomSource random) throws Exception {
    GatedHouses.clickHouse(
        rows(true),
        (both, first, captured) ->
            GatedHouses.clickHouse(
                rows(false), (alone, second, more) -> cross(random, both, alone, CROSSINGS)));
  }

  private static void cross(RandomSource random, QueryGate both, QueryGate alone, int times) {
    CrossingQuery queries = new CrossingQuery(random);
    int answered = 0;
    int asked = 0;
    for (int crossed = 0; crossed < times; crossed += 1 + WIDE) {
      for (String sql : List.of(queries.next(), queries.wide(WIDE))) {
        GateQuery query = GateQuery.of(sql, GatedHouses.tenant("a", "main")).withTimeout(60_000);
        String said = said(both.ask(query));
        assertThat(said).as(sql).isEqualTo(said(alone.ask(query)));
        answered += said.startsWith("[") ? 1 : 0;
        asked++;
      }
    }
    assertThat(answered).as("a fuzz of refusals alone shows nothing").isGreaterThan(asked / 2);
  }

  private static String said(GateAnswer answer) {
    GateFailure failure = answer.failure();
    return failure == null
        ? answer.rows().stream().map(String::valueOf).sorted().toList().toString()
        : failure.code() + " " + failure.text();
  }

  /** The same rows of tenant a/main, with and without those of others around them. */
  private static List<String> rows(boolean others) {
    List<String> events = new ArrayList<>();
    List<String> users = new ArrayList<>();
    List<Map.Entry<String, String>> tenants =
        others
            ? List.of(Map.entry("a", "main"), Map.entry("a", "dev"), Map.entry("b", "main"))
            : List.of(Map.entry("a", "main"));
    for (Map.Entry<String, String> tenant : tenants) {
      String name = tenant.getKey() + "-" + tenant.getValue();
      for (int i = 0; i < EACH; i++) {
        int n = others && !name.equals("a-main") ? 1000 + i : i;
        String user =
            i % 5 == 4 ? "NULL" : "'u-" + (name.equals("a-main") ? "" : name) + i % 7 + "'";
        events.add(
            "('%s', '%s', %s, 's-%s-%d', %d, %d)"
                .formatted(tenant.getKey(), tenant.getValue(), user, name, i, n, 86_400 * (i % 4)));
        users.add(
            "('%s', '%s', 'id-%d', 'n-%s-%d', %d, %d)"
                .formatted(tenant.getKey(), tenant.getValue(), i % 9, name, i % 3, n, i));
      }
    }
    return List.of(
        "INSERT INTO internal.events VALUES " + String.join(", ", events),
        "INSERT INTO users VALUES " + String.join(", ", users));
  }
}
