// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every aggregate function of the registry against the real server: types of arguments, parameters
 * at the edges, suffixes, no rows, one and many. {@code -Dtwinhouse.aggregates=sum|avg} tries
 * functions of those names alone, {@code -Dtwinhouse.aggregate.calls=100} so many calls of each.
 * The report is {@code target/aggregates.tsv}; differences and the rest are in the two files beside
 * it.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class AggregateFunctionsTest {

  private static final String WANTED = System.getProperty("twinhouse.aggregates", ".*");
  private static final int CALLS = Integer.getInteger("twinhouse.aggregate.calls", 2);

  /** The build's calls, the same each time: fresh ones are tried when their number is given. */
  private static final long SEED = 0x4f8fc9c06764da20L;

  @Test
  void noCallAnswersDifferently(RandomSource random, ClickHouseHttp server) throws IOException {
    List<TrialLog> trials = new ArrayList<>();
    boolean fresh = System.getProperty("twinhouse.aggregate.calls") != null;
    long seed = fresh ? random.anyLong() : SEED;
    try (TwoHouses houses = new TwoHouses(server)) {
      for (String name : wanted()) {
        // Of its own, so that a new function does not change what the others are tried with.
        RandomSource own = RandomSource.of(seed ^ name.hashCode());
        AggregateTrial trial = new AggregateTrial(houses, name, own);
        trial.run(CALLS);
        trials.add(trial.log());
      }
    }
    TrialReport.write("aggregates", trials);
    List<String> different =
        trials.stream().map(TrialLog::different).filter(text -> !text.isEmpty()).toList();
    assertThat(different).as(Seed.replay()).isEmpty();
  }

  private static List<String> wanted() {
    return FunctionRegistry.standard().aggregates().stream()
        .map(AggregateFunction::name)
        .filter(name -> name.matches(WANTED))
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
