// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.mutation.QueryMutation;
import io.twinhouse.server.mutation.Trial;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The queries of the clauses with parts of each other: whatever comes of it is answered or refused
 * by an error of the server's, soon. {@code -Dtwinhouse.mutated=1000000} for a long run; {@code
 * -Dtwinhouse.mutated.compared=true} asks the real server too, and compares the answers.
 */
@ExtendWith(Seed.class)
final class MutatedQueriesTest {

  private static final int TEXTS = Integer.getInteger("twinhouse.mutated", 4000);
  private static final List<String> CLAUSES =
      List.of(
          "joins",
          "correlated",
          "filling",
          "rest",
          "windows",
          "sets",
          "relations",
          "grouping",
          "ordering",
          "columns",
          "sources",
          "aggregates",
          "limits",
          "texts",
          "json",
          "paths",
          "declared",
          "dictionaries",
          "random",
          "chosen",
          "extremes",
          "trade",
          "pruning",
          "lookups",
          "series",
          "variants",
          "dynamics");

  /** Lists of expressions, with or without FROM. */
  private static final List<String> FUNCTIONS = List.of("scalars", "further", "aggregates");

  private static final Pattern QUERY = Pattern.compile("^\\(*(SELECT|WITH|select|with)\\b");

  private static final int DRAWN = 4000;

  private static final boolean COMPARED = Boolean.getBoolean("twinhouse.mutated.compared");

  @Test
  void everyFailureIsAnErrorOfTheServers(RandomSource random) throws IOException {
    List<String> seeds = new ArrayList<>();
    for (String file : CLAUSES) {
      seeds.addAll(ClausesTest.statements(file));
    }
    for (String file : FUNCTIONS) {
      SqlLines.of("/functions/" + file + ".sql").forEach(list -> seeds.add("SELECT " + list));
    }
    runAll(random, seeds, ClausesTest.statements("tables"));
  }

  /** The same of queries that the grammars of features draw. */
  @Test
  void everyFailureOfFeaturesIsAnErrorOfTheServers(RandomSource random) throws IOException {
    List<String> seeds = new ArrayList<>();
    for (String feature : FeaturesTest.FEATURES) {
      GrammarQuery queries = FeaturesTest.queries(feature, random);
      for (int i = 0; i < DRAWN / FeaturesTest.FEATURES.size(); i++) {
        seeds.add(queries.draw());
      }
    }
    runAll(random, seeds, FeatureTables.of(random.between(0, 1_000_000)).statements());
  }

  private static void runAll(RandomSource random, List<String> seeds, List<String> tables) {
    if (COMPARED) {
      compareAll(random, seeds, tables);
      return;
    }
    QueryMutation mutation = new QueryMutation(seeds.stream().filter(QUERY.asPredicate()).toList());
    Trial trial = new Trial();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      tables.forEach(engine::execute);
      for (int i = 0; i < TEXTS / 2 && !trial.enough(); i++) {
        QueryRequest request =
            QueryRequest.of(mutation.draw(random))
                .withParameter("p", random.pick(QueryMutation.PARAMETERS));
        trial.run(engine::query, request);
      }
    }
    System.out.println(trial);
    assertThat(trial.failures()).as(Seed.replay()).isEmpty();
  }

  private static void compareAll(RandomSource random, List<String> seeds, List<String> tables) {
    QueryMutation mutation = new QueryMutation(seeds.stream().filter(QUERY.asPredicate()).toList());
    Account account = new Account();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        ComparedMutants mutants = new ComparedMutants(engine, tables)) {
      for (int i = 0; i < TEXTS / 2; i++) {
        mutants.compare(mutation.draw(random), account);
      }
    }
    System.out.println(account);
    assertThat(account.differences()).as(Seed.replay()).isEmpty();
  }
}
