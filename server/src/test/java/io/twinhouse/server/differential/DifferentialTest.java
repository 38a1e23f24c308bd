// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twinhouse against the real server; {@code -Dtwinhouse.differential=100000} for a long run, {@code
 * -Dtwinhouse.grammar=true} for the queries of {@code differential/queries.txt} too.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class DifferentialTest {

  private static final int QUERIES = Integer.getInteger("twinhouse.differential", 1500);
  private static final int QUERIES_PER_SCHEMA = 100;

  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int answered;

  @Test
  void bothHousesGiveTheSameAnswer(RandomSource random) {
    ClickHouseHttp server =
        RealClickHouse.get()
            .freshDatabase("differential")
            .with("max_threads", 1)
            .with("log_queries", 0);
    for (int done = 0; done < QUERIES; done += QUERIES_PER_SCHEMA) {
      runSchema(random.split(), server);
    }
    server.query("DROP DATABASE " + server.database());
    System.out.println(answered + " equal answers, refused by reason: " + refusals);
    assertThat(differences).as(Seed.replay()).isEmpty();
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(refused).as("refused: " + refusals).isLessThan(QUERIES / 20);
  }

  private void runSchema(RandomSource random, ClickHouseHttp server) {
    RandomTable left = RandomTable.draw(random, "lt", "l");
    RandomTable right = RandomTable.draw(random, "rt", "r");
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      for (RandomTable table : List.of(left, right)) {
        server.query("DROP TABLE IF EXISTS " + table.name());
        server.query(table.ddl());
        engine.execute(table.ddl());
        for (String insert : table.inserts()) {
          server.query(insert);
          engine.execute(insert);
        }
      }
      RandomQuery queries = new RandomQuery(random, left, right);
      for (int i = 0; i < QUERIES_PER_SCHEMA; i++) {
        compare(engine, server, queries.draw(), left.ddl() + "; " + right.ddl());
      }
    }
  }

  private void compare(Twinhouse engine, ClickHouseHttp server, String sql, String schema) {
    String theirs = Answers.of(server, sql);
    String ours = Answers.of(engine, sql);
    if (Answers.agree(theirs, ours)) {
      answered++;
    } else if (Answers.isRefusal(ours)) {
      refusals.merge(ours.substring(0, Math.min(90, ours.length())), 1, Integer::sum);
    } else {
      differences.add(sql + Answers.difference(theirs, ours) + "\n  over " + schema + "\n");
    }
  }
}
