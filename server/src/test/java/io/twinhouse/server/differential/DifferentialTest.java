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
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twinhouse against the real server; {@code -Dtwinhouse.differential=100000} for a long run, {@code
 * -Dtwinhouse.grammar=true} for the queries of {@code differential/queries.txt} too. The server
 * runs without the optimisations of its own that change answers: docs/differences.md.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class DifferentialTest {

  private static final int QUERIES = Integer.getInteger("twinhouse.differential", 1500);
  private static final int QUERIES_PER_SCHEMA = 100;

  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final ExecutorService inFlight = Executors.newFixedThreadPool(2);
  private int answered;

  @AfterEach
  void stop() {
    inFlight.shutdownNow();
  }

  @Test
  void bothHousesGiveTheSameAnswer(RandomSource random) throws Exception {
    ClickHouseHttp server =
        RealClickHouse.get()
            .freshDatabase("differential")
            .with("max_threads", 1)
            .with("log_queries", 0)
            .with("query_plan_convert_outer_join_to_inner_join", 0)
            .with("optimize_and_compare_chain", 0)
            .with("optimize_move_to_prewhere", 0);
    for (int done = 0; done < QUERIES; done += QUERIES_PER_SCHEMA) {
      runSchema(random.split(), server);
    }
    server.query("DROP DATABASE " + server.database());
    System.out.println(answered + " equal answers, refused by reason: " + refusals);
    assertThat(differences).as(Seed.replay()).isEmpty();
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(refused).as("refused: " + refusals).isLessThan(QUERIES / 20);
  }

  /** The server answers the next queries while this engine answers one. */
  private void runSchema(RandomSource random, ClickHouseHttp server) throws Exception {
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
      Map<String, Future<String>> asked = new LinkedHashMap<>();
      for (int i = 0; i < QUERIES_PER_SCHEMA; i++) {
        String sql = queries.draw();
        asked.computeIfAbsent(sql, q -> inFlight.submit(() -> Answers.of(server, q)));
      }
      for (Map.Entry<String, Future<String>> query : asked.entrySet()) {
        String ours = Answers.of(engine, query.getKey());
        String theirs = query.getValue().get();
        compare(theirs, ours, query.getKey(), List.of(left, right));
      }
    }
  }

  private void compare(String theirs, String ours, String sql, List<RandomTable> tables)
      throws IOException {
    if (Answers.agree(theirs, ours)) {
      answered++;
    } else if (Answers.isRefusal(ours) || Answers.isEarly(sql, theirs, ours)) {
      refusals.merge(ours.substring(0, Math.min(90, ours.length())), 1, Integer::sum);
    } else {
      Path script = script(sql, tables);
      differences.add(sql + Answers.difference(theirs, ours) + "\n  " + script + "\n");
    }
  }

  /** All that it takes to ask again: tables, rows and the query. */
  private Path script(String sql, List<RandomTable> tables) throws IOException {
    List<String> statements = new ArrayList<>();
    for (RandomTable table : tables) {
      statements.add("DROP TABLE IF EXISTS " + table.name());
      statements.add(table.ddl());
      statements.addAll(table.inserts());
    }
    statements.add(sql);
    Path directory = Files.createDirectories(Path.of("target", "differences"));
    Path script = directory.resolve((differences.size() + 1) + ".sql");
    return Files.writeString(script, String.join(";\n", statements) + "\n");
  }
}
