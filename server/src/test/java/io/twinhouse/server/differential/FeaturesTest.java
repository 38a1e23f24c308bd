// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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

  static final List<String> FEATURES =
      List.of(
          "windows",
          "joins",
          "grouping",
          "filling",
          "limits",
          "sets",
          "recursion",
          "correlated",
          "unnesting",
          "columns",
          "dashboards",
          "documents",
          "states",
          "lambdas",
          "calendars",
          "strings",
          "keys",
          "houses");

  private final Account account = new Account();

  @ParameterizedTest
  @FieldSource("FEATURES")
  void bothHousesAgree(String feature) throws IOException {
    RandomSource random = RandomSource.of(SEED);
    ClickHouseHttp server =
        Answers.configured(RealClickHouse.get().freshDatabase("features_" + feature));
    GrammarQuery queries = queries(feature, random);
    for (int done = 0; done < QUERIES; done += QUERIES_PER_TABLES) {
      int count = Math.min(QUERIES_PER_TABLES, QUERIES - done);
      FeatureTables tables = FeatureTables.of(random.between(0, 1_000_000));
      try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
        tables.fill(server, engine);
        for (int i = 0; i < count; i++) {
          String sql = marked(queries.draw());
          account.add(feature, sql, Answers.of(server, sql), Answers.of(engine, sql));
        }
      }
    }
    server.query("DROP DATABASE " + server.database());
    System.out.println(account);
    assertThat(account.differences()).as("-Dtwinhouse.features.seed=" + SEED).isEmpty();
  }

  static GrammarQuery queries(String feature, RandomSource random) {
    QueryGrammar grammar =
        QueryGrammar.read("/features/common.txt", "/features/" + feature + ".txt");
    return new GrammarQuery(random, grammar, List.of(), NESTING);
  }

  /** The query with a mark that says whether its rows are compared in their order. */
  static String marked(String drawn) {
    return drawn.endsWith("/*o*/") ? drawn : drawn + " /*b*/";
  }
}
