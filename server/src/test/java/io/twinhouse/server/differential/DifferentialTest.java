// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twinhouse against the real server; {@code -Dtwinhouse.differential=100000} for a long run, {@code
 * -Dtwinhouse.grammar=true} for the queries of {@code differential/queries.txt} and of the features
 * too. The server runs without the optimisations of its own that change answers:
 * docs/differences.md.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class DifferentialTest {

  private static final int QUERIES = Integer.getInteger("twinhouse.differential", 1500);
  private static final int QUERIES_PER_SCHEMA = RandomQuery.BY_GRAMMAR ? 500 : 100;
  private static final Path DIFFERENCES =
      Path.of(System.getProperty("twinhouse.differences", "target/differences"));

  private final Account account = new Account();
  private final ExecutorService inFlight = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    inFlight.shutdownNow();
  }

  @Test
  void bothHousesGiveTheSameAnswer(RandomSource random) throws Exception {
    ClickHouseHttp server = Answers.configured(RealClickHouse.get().freshDatabase("differential"));
    int made = 0;
    for (int done = 0; done < QUERIES; done += QUERIES_PER_SCHEMA) {
      runSchema(random.split(), server);
      if (done / 10_000 > made) {
        made = done / 10_000;
        System.out.println(account);
      }
    }
    server.query("DROP DATABASE " + server.database());
    System.out.println(account);
    assertThat(account.differences()).as(Seed.replay()).isEmpty();
    assertThat(account.refused()).as(account.toString()).isLessThan(QUERIES / 20);
  }

  /** The server answers the next queries while this engine answers one. */
  private void runSchema(RandomSource random, ClickHouseHttp server) throws Exception {
    RandomTable left = RandomTable.draw(random, "lt", "l");
    RandomTable right = RandomTable.draw(random, "rt", "r");
    List<String> made = new ArrayList<>();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      for (RandomTable table : List.of(left, right)) {
        server.query("DROP TABLE IF EXISTS " + table.name());
        made.add(table.ddl());
        made.addAll(table.inserts());
      }
      for (String statement : made) {
        server.query(statement);
        engine.execute(statement);
      }
      if (RandomQuery.BY_GRAMMAR) {
        FeatureTables features = FeatureTables.of(random.between(0, 1_000_000));
        features.fill(server, engine);
        made.addAll(features.statements());
      }
      RandomQuery queries = new RandomQuery(random, left, right);
      Map<RandomQuery.Drawn, Future<String>> asked = new LinkedHashMap<>();
      for (int i = 0; i < QUERIES_PER_SCHEMA; i++) {
        asked.computeIfAbsent(
            queries.draw(), q -> inFlight.submit(() -> Answers.of(server, q.sql())));
      }
      for (Map.Entry<RandomQuery.Drawn, Future<String>> query : asked.entrySet()) {
        String sql = query.getKey().sql();
        String ours = Answers.of(engine, sql);
        String theirs = query.getValue().get();
        if (account.add(query.getKey().shape(), sql, theirs, ours)) {
          writeScript(made, sql + Answers.difference(theirs, ours));
        }
      }
    }
  }

  /** All that it takes to ask again: tables, rows and the query. */
  private void writeScript(List<String> made, String query) throws IOException {
    Path directory = Files.createDirectories(DIFFERENCES);
    Path script = directory.resolve(account.differences().size() + ".sql");
    Files.writeString(script, String.join(";\n", made) + ";\n" + query + "\n");
  }
}
