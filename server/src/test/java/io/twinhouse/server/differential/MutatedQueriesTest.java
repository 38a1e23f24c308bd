// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The queries of the clauses with parts of each other: whatever comes of it is answered or refused
 * by an error of the server's, soon. {@code -Dtwinhouse.mutated=1000000} for a long run.
 */
@ExtendWith(Seed.class)
final class MutatedQueriesTest {

  private static final int TEXTS = Integer.getInteger("twinhouse.mutated", 4000);
  private static final int MOST_FAILURES = 40;
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
          "random");

  /** Lists of expressions, with or without FROM. */
  private static final List<String> FUNCTIONS = List.of("scalars", "further", "aggregates");

  private static final Pattern QUERY = Pattern.compile("^\\(*(SELECT|WITH|select|with)\\b");

  /** LOGICAL_ERROR, STD_EXCEPTION and UNKNOWN_EXCEPTION. */
  private static final Set<Integer> INTERNAL = Set.of(49, 1001, 1002);

  private static final int DRAWN = 4000;
  private static final Map<String, String> LIMITS =
      Map.of("max_execution_time", "1", "max_memory_usage", "100000000", "max_threads", "1");

  private final Map<String, String> failures = new TreeMap<>();
  private int answered;

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

  private void runAll(RandomSource random, List<String> seeds, List<String> tables) {
    QueryMutation mutation = new QueryMutation(seeds.stream().filter(QUERY.asPredicate()).toList());
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      tables.forEach(engine::execute);
      for (int i = 0; i < TEXTS / 2 && failures.size() < MOST_FAILURES; i++) {
        run(engine, mutation.draw(random));
      }
    }
    System.out.println(answered + " of " + TEXTS / 2 + " mutated queries were answered");
    assertThat(failures).as(Seed.replay()).isEmpty();
  }

  private void run(Twinhouse engine, String sql) {
    long start = cpuMillis();
    try (QueryResult result = engine.query(QueryRequest.of(sql).withSettings(LIMITS))) {
      while (result.next() != null) {
        // the rows are of no interest
      }
      answered++;
    } catch (TwinhouseException e) {
      if (e.getMessage() == null || INTERNAL.contains(e.number())) {
        fail(e, sql);
      }
    } catch (RuntimeException | StackOverflowError e) {
      fail(e, sql);
    }
    long millis = cpuMillis() - start;
    if (millis > 2000) {
      failures.put("slow: " + millis + " ms", sql);
    }
  }

  /** One query for each place where an unexpected exception comes from. */
  private void fail(Throwable e, String sql) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].toString();
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith("io.twinhouse")) {
        place = element.toString();
        break;
      }
    }
    failures.putIfAbsent(e.getClass().getSimpleName() + " " + e.getMessage() + " at " + place, sql);
  }

  /** Time of this thread, so that a busy machine fails no test. */
  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }
}
