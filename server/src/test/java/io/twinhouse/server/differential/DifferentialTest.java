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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
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

  /** Schemas side by side: each asks one house after the other, so that all processors work. */
  private static final int SIDE_BY_SIDE =
      Integer.getInteger("twinhouse.sidebyside", Runtime.getRuntime().availableProcessors());

  private final Account account = new Account();
  private final BlockingQueue<ClickHouseHttp> databases = new LinkedBlockingQueue<>();
  private final ExecutorService schemas = Executors.newFixedThreadPool(SIDE_BY_SIDE);

  @AfterEach
  void stop() {
    schemas.shutdownNow();
  }

  @Test
  void bothHousesGiveTheSameAnswer(RandomSource random) throws Exception {
    for (int i = 0; i < SIDE_BY_SIDE; i++) {
      databases.add(Answers.configured(RealClickHouse.get().freshDatabase("differential_" + i)));
    }
    List<Callable<Void>> runs = new ArrayList<>();
    for (int drawn = 0; drawn < QUERIES; drawn += QUERIES_PER_SCHEMA) {
      RandomSource own = random.split();
      int queries = Math.min(QUERIES_PER_SCHEMA, QUERIES - drawn);
      runs.add(() -> run(own, queries));
    }
    for (Future<Void> run : schemas.invokeAll(runs)) {
      run.get();
    }
    for (ClickHouseHttp server : databases) {
      server.query("DROP DATABASE " + server.database());
    }
    System.out.println(account);
    assertThat(account.differences()).as(Seed.replay()).isEmpty();
    assertThat(account.refused()).as(account.toString()).isLessThan(QUERIES / 20);
  }

  private @Nullable Void run(RandomSource random, int count) throws Exception {
    ClickHouseHttp server = databases.take();
    try {
      runSchema(random, count, server);
    } finally {
      databases.add(server);
    }
    return null;
  }

  private void runSchema(RandomSource random, int count, ClickHouseHttp server) throws IOException {
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
      Set<RandomQuery.Drawn> drawn = new LinkedHashSet<>();
      while (drawn.size() < count) {
        drawn.add(queries.draw());
      }
      for (RandomQuery.Drawn query : drawn) {
        ask(server, engine, query, made);
      }
    }
  }

  private void ask(
      ClickHouseHttp server, Twinhouse engine, RandomQuery.Drawn query, List<String> made)
      throws IOException {
    String theirs = Answers.of(server, query.sql());
    String ours = Answers.of(engine, query.sql());
    int number = account.add(query.shape(), query.sql(), theirs, ours);
    if (number > 0) {
      String again = Answers.of(server, query.sql());
      String unstable =
          again.equals(theirs) ? "" : "\n  the server answers otherwise when asked again";
      writeScript(number, made, query.sql() + Answers.difference(theirs, ours) + unstable);
    }
  }

  /** All that it takes to ask again: tables, rows and the query. */
  private static void writeScript(int number, List<String> made, String query) throws IOException {
    Path directory = Files.createDirectories(DIFFERENCES);
    Files.writeString(
        directory.resolve(number + ".sql"), String.join(";\n", made) + ";\n" + query + "\n");
  }
}
