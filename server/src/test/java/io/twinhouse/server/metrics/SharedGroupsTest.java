// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Groups that threads share answer as those of one thread, of equal rows choose the same each time,
 * and take the same memory each time.
 */
@ExtendWith(Seed.class)
final class SharedGroupsTest {

  private static final List<String> QUERIES =
      List.of(
          "SELECT cc, count() AS c FROM (SELECT user, argMax(land, at) AS cc FROM visits"
              + " GROUP BY user) GROUP BY cc ORDER BY c DESC, cc",
          "SELECT t.best AS b, count() AS c FROM visits AS v LEFT JOIN (SELECT user,"
              + " argMin(n % 5, at) AS best FROM visits WHERE n % 3 = 0 GROUP BY user) AS t"
              + " ON v.user = t.user GROUP BY b ORDER BY b",
          "SELECT u, count() AS c, sum(n) AS s, min(land) AS a, max(at) AS z FROM visits"
              + " GROUP BY u ORDER BY u",
          "SELECT s, count() FROM (SELECT u % 4000 AS k, countIf(n % 2 = 0) AS s FROM visits"
              + " GROUP BY k) GROUP BY s ORDER BY s");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void threadsTogetherAnswerAsOne(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      fill(engine, random);
      for (String query : QUERIES) {
        Answer alone = ask(engine, query + " SETTINGS max_threads = 1");
        Answer together = ask(engine, query + " SETTINGS max_threads = 2");
        assertThat(together.rows).as(query).isNotEmpty().isEqualTo(alone.rows);
        for (int run = 0; run < 3; run++) {
          assertThat(ask(engine, query + " SETTINGS max_threads = 2"))
              .as(query)
              .isEqualTo(together);
        }
        String spilling =
            query + " SETTINGS max_threads = 2, max_bytes_before_external_group_by = 1";
        assertThat(ask(engine, spilling).rows).as(query).hasSameSizeAs(alone.rows);
      }
    }
  }

  /** Many rows of a user have the same time. */
  private static void fill(Twinhouse engine, RandomSource random) {
    engine.execute(
        "CREATE TABLE visits (n UInt32, at DateTime('UTC'), user String, u UInt32,"
            + " land LowCardinality(String)) ENGINE = MergeTree ORDER BY at");
    engine.execute(
        String.format(
            Locale.ROOT,
            "INSERT INTO visits SELECT number, toDateTime('2026-01-01 00:00:00', 'UTC')"
                + " + toIntervalDay(cityHash64(number, %1$d) %% 9),"
                + " toString(cityHash64(number, %1$d, 1) %% 9000), cityHash64(number, 2) %% 20000,"
                + " concat('l', toString(number %% 40)) FROM numbers(150000)",
            random.between(0, 1000)));
  }

  private record Answer(List<List<@Nullable Object>> rows, long peak) {}

  private static Answer ask(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      List<List<@Nullable Object>> rows = result.rows();
      return new Answer(rows, result.statistics().peakMemoryBytes());
    }
  }
}
