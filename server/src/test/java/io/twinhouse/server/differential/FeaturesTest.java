// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deeply nested random queries of one feature each, on both houses. A few of a fixed seed by
 * default; {@code -Dtwinhouse.features=1500 -Dtwinhouse.features.seed=7} for more.
 */
@RequiresClickHouse
final class FeaturesTest {

  private static final int QUERIES = Integer.getInteger("twinhouse.features", 12);
  private static final long SEED = Long.getLong("twinhouse.features.seed", 1);
  private static final int QUERIES_PER_TABLES = 250;
  private static final int NESTING = 6;

  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows",
        "joins",
        "grouping",
        "filling",
        "limits",
        "sets",
        "recursion",
        "correlated",
        "unnesting",
        "columns"
      })
  void bothHousesAgree(String feature) throws IOException {
    RandomSource random = RandomSource.of(SEED);
    ClickHouseHttp server =
        RealClickHouse.get()
            .freshDatabase("features_" + feature)
            .with("max_threads", 1)
            .with("query_plan_convert_outer_join_to_inner_join", 0)
            .with("optimize_and_compare_chain", 0)
            .with("optimize_functions_to_subcolumns", 0)
            .with("optimize_redundant_functions_in_order_by", 0);
    QueryGrammar grammar =
        QueryGrammar.read("/features/common.txt", "/features/" + feature + ".txt");
    GrammarQuery queries = new GrammarQuery(random, grammar, List.of(), NESTING);
    for (int done = 0; done < QUERIES; done += QUERIES_PER_TABLES) {
      run(queries, Math.min(QUERIES_PER_TABLES, QUERIES - done), server, random);
    }
    server.query("DROP DATABASE " + server.database());
    System.out.println(feature + ", refused: " + refusals);
    assertThat(differences).as("-Dtwinhouse.features.seed=" + SEED).isEmpty();
  }

  private void run(GrammarQuery queries, int count, ClickHouseHttp server, RandomSource random)
      throws IOException {
    String seed = Integer.toString(random.between(0, 1_000_000));
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      for (String statement : statements()) {
        String sql = statement.replace("SEED", seed);
        if (sql.startsWith("CREATE TABLE ")) {
          server.query("DROP TABLE IF EXISTS " + sql.split(" ")[2]);
        }
        server.query(sql);
        engine.execute(sql);
      }
      for (int i = 0; i < count; i++) {
        compare(queries.draw(), server, engine);
      }
    }
  }

  private void compare(String drawn, ClickHouseHttp server, Twinhouse engine) {
    String sql = drawn.endsWith("/*o*/") ? drawn : drawn + " /*b*/";
    String theirs = Answers.of(server, sql);
    String ours = Answers.of(engine, sql);
    if (Answers.isRefusal(ours)) {
      refusals.merge(ours.substring(0, Math.min(90, ours.length())), 1, Integer::sum);
    } else if (!Answers.agree(theirs, ours) && !Answers.isEarly(sql, theirs, ours)) {
      differences.add(sql + Answers.difference(theirs, ours) + "\n");
    }
  }

  private static List<String> statements() throws IOException {
    try (InputStream in = FeaturesTest.class.getResourceAsStream("/features/tables.sql")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
