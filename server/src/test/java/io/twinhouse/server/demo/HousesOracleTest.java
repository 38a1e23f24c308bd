// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every question of the demo, in both forms, answered by a house as by the oracle. */
@ExtendWith(Seed.class)
final class HousesOracleTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @RepeatedTest(3)
  void theEmbeddedHouseAnswersAsTheOracle(RandomSource random) {
    answersAsTheOracle("arrow:memory:", random);
  }

  @RepeatedTest(2)
  @RequiresClickHouse
  void clickHouseAnswersAsTheOracle(RandomSource random, RealClickHouse server) {
    answersAsTheOracle("clickhouse:" + server.url(), random);
  }

  private static void answersAsTheOracle(String url, RandomSource random) {
    DemoOptions options =
        new DemoOptions(
            random.between(50, 400),
            random.between(20, 200),
            random.between(3, 18),
            random.anyLong(),
            DemoOptions.NOW.minusSeconds(random.between(0, 86_400)));
    List<Event> events = new ArrayList<>();
    new EventGenerator(options).forEach(events::add);
    try (DemoHouse house = DemoHouse.load("house", url, options, rows -> {})) {
      for (Question question : Question.all()) {
        if (question.name().equals(Question.SAMPLED_SPLIT) || question.name().startsWith("users")) {
          continue;
        }
        boolean bounded = question.form() == Question.Form.BOUNDED;
        MetricsOracle oracle =
            new MetricsOracle(options, events, bounded, question.includeAnonymous());
        assertThat(house.ask(question).rows())
            .as(question + " of " + options)
            .isEqualTo(withNulls(oracle.answer(question.metric().name())));
      }
    }
  }

  private static List<List<String>> withNulls(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(v -> v.equals("\\N") ? "NULL" : v).toList())
        .toList();
  }
}
