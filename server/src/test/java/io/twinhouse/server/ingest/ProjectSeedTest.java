// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.metrics.PlatformMetrics;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seeds ask for no more than they need, and old payloads become today's, on both houses. */
final class ProjectSeedTest {

  private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      use(house);
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "project_seed")) {
      use(scratch.engine());
    }
  }

  private static void use(Twinhouse house) {
    house.execute(PlatformMetrics.tables());
    aFreshProjectIsOnlyWrittenTo(house);
    oldAndLiveRowsAreBuiltAlike(house);
    oldPayloadsAreMigratedOnce(house);
  }

  private static List<TokenRefresh> refreshes(int count, Instant last) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              String user = i % 7 == 0 ? "" : "u" + i;
              return new TokenRefresh(
                  last.minusSeconds(i), user, "t" + i, i % 2 == 0, "203.0.113.9", "DE");
            })
        .toList();
  }

  private static void aFreshProjectIsOnlyWrittenTo(Twinhouse house) {
    ProjectSeed seed = ProjectSeed.of(house, "it's p", "main");
    List<TokenRefresh> history = refreshes(12_000, NOW.minusSeconds(86_400));
    List<TokenRefresh> live = refreshes(8, NOW);
    List<String> before = statements(house);
    seed.first(history, live);
    List<String> first = since(before, statements(house));
    assertThat(first).isNotEmpty().containsOnly("Insert");

    ProjectSeed.of(house, "other", "main").first(live, List.of());
    before = statements(house);
    seed.again(history, live);
    List<String> again = since(before, statements(house));
    assertThat(again).hasSize(first.size() + 1).contains("Alter").doesNotContain("Select");
    assertThat(
            ask(
                house,
                "SELECT project_id, count(), countIf(user_id IS NULL), countIf(user_id = '') FROM"
                    + " events GROUP BY 1 ORDER BY 1"))
        .isEqualTo("[[it's p, 12008, 1717, 0], [other, 8, 2, 0]]");
  }

  /**
   * Kinds of the statements about the events that ended so far, in order; not what the houses read
   * of the table itself.
   */
  private static List<String> statements(Twinhouse house) {
    house.execute("SYSTEM FLUSH LOGS");
    try (QueryResult result =
        house.query(
            "SELECT query_kind FROM system.query_log WHERE type = 'QueryFinish' AND (query LIKE"
                + " '%events%' AND query NOT LIKE '%system.%') AND current_database ="
                + " currentDatabase() ORDER BY event_time_microseconds")) {
      return result.rows().stream().map(row -> String.valueOf(row.get(0))).toList();
    }
  }

  private static List<String> since(List<String> before, List<String> all) {
    return new ArrayList<>(all.subList(before.size(), all.size()));
  }

  private static void oldAndLiveRowsAreBuiltAlike(Twinhouse house) {
    String shapes =
        ask(
            house,
            "SELECT uniqExact(arrayStringConcat(arraySort(JSONExtractKeys(toJSONString(data))))),"
                + " uniqExact(length(toString(event_at))), min(length(toString(event_at))) FROM"
                + " events WHERE project_id = 'it\\'s p'");
    assertThat(shapes).isEqualTo("[[1, 1, 23]]");
  }

  private static void oldPayloadsAreMigratedOnce(Twinhouse house) {
    house.execute(
        "INSERT INTO events (event_type, event_at, data, project_id, branch_id) VALUES"
            + " ('$token-refresh', '2026-01-01 00:00:00', '{\"refreshTokenId\": \"r\\'1\","
            + " \"isAnonymous\": true, \"ipInfo\": {\"ip\": \"::1\", \"countryCode\": \"FR\","
            + " \"latitude\": 1.5, \"tzIdentifier\": \"Europe/Paris\"}}', 'old', 'main'),"
            + "('$token-refresh', '2026-01-02 00:00:00', '{\"refreshTokenId\": \"r2\","
            + " \"isAnonymous\": false}', 'old', 'main'),"
            + "('$sign-up-rule-trigger', '2026-01-03 00:00:00', '{\"projectId\": \"old\","
            + " \"ruleId\": \"7\", \"authMethod\": \"password\"}', 'old', 'main'),"
            + "('$click', '2026-01-04 00:00:00', '{\"ruleId\": 1, \"deep\": {\"isTrusted\": 1}}',"
            + " 'old', 'main')");
    String young =
        "SELECT sum(cityHash64(event_at, user_id)) FROM events WHERE project_id != 'old'";
    String before = ask(house, young);
    house.execute("CREATE TABLE events_migrated AS events"); // left by a run that stopped
    assertThat(PayloadMigration.of(house).run()).isEqualTo(3);
    String rows =
        "SELECT refresh_token_id, data FROM events WHERE project_id = 'old' ORDER BY event_at";
    String migrated = ask(house, rows);
    assertThat(migrated.replace(": ", ":").replace("\\/", "/"))
        .contains(
            "[r'1,"
                + " {\"ip_info\":{\"country_code\":\"FR\",\"ip\":\"::1\",\"latitude\":1.5,\"tz_identifier\":\"Europe/Paris\"},\"is_anonymous\":true,\"refresh_token_id\":\"r'1\"}]")
        .contains("[r2, {\"is_anonymous\":false,\"refresh_token_id\":\"r2\"}]")
        .contains("[null, {\"auth_method\":\"password\",\"project_id\":\"old\",\"rule_id\":\"7\"}]")
        .contains("\"ruleId\":1")
        .contains("\"isTrusted\":1");
    assertThat(PayloadMigration.of(house).run()).isZero();
    assertThat(ask(house, rows)).isEqualTo(migrated);
    assertThat(ask(house, young)).isEqualTo(before);
    assertThat(ask(house, "SELECT count() FROM events")).isEqualTo("[[12020]]");
  }

  private static String ask(Twinhouse house, String sql) {
    try (QueryResult result = house.query(sql)) {
      return result.rows().toString();
    }
  }
}
