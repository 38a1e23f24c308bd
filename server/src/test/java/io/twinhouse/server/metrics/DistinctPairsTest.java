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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Distinct pairs of users and days are the same by bits as by rows, and so are lags over them. */
@ExtendWith(Seed.class)
final class DistinctPairsTest {

  private static final String LAGS =
      """
      SELECT day, %1$s AS name, prev, zero FROM (
        SELECT day, id, lagInFrame(toNullable(day), 1) OVER (PARTITION BY id ORDER BY day) AS prev,
          lagInFrame(day) OVER (PARTITION BY id ORDER BY day) AS zero
        FROM (SELECT DISTINCT toDate(at) AS day, %2$s AS id FROM visits WHERE n %% 7 != 3))
      ORDER BY name, day""";

  private static final String COUNTS =
      """
      SELECT day, count() AS c FROM
        (SELECT %2$s AS id, toDate(at) AS day FROM visits GROUP BY id, day)
      GROUP BY day ORDER BY day""";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @RepeatedTest(4)
  void bitsAnswerAsRows(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute(
          "CREATE TABLE visits (n UInt32, at DateTime, user String) ENGINE = MergeTree ORDER BY at");
      for (int insert = 0; insert < 2; insert++) {
        engine.execute(
            String.format(
                Locale.ROOT,
                "INSERT INTO visits SELECT number, toDateTime('2026-01-01 00:00:00', 'UTC')"
                    + " + toIntervalSecond(cityHash64(number, %d) %% (86400 * %d)),"
                    + " toString(cityHash64(number, %d, 1) %% %d) FROM numbers(40000)",
                random.between(0, 1000),
                1 + random.between(0, 120),
                random.between(0, 1000),
                1 + random.between(0, 3000)));
      }
      for (String query : List.of(LAGS, COUNTS)) {
        List<List<@Nullable Object>> rows = ask(engine, query, "id", "lower(user)");
        assertThat(rows).isNotEmpty();
        assertThat(ask(engine, query, "id", "user")).isEqualTo(rows);
        List<List<@Nullable Object>> hashed = ask(engine, query, "id", "sipHash64(lower(user))");
        assertThat(ask(engine, query, "id", "sipHash64(user)")).isEqualTo(hashed);
      }
    }
  }

  private static List<List<@Nullable Object>> ask(
      Twinhouse engine, String query, String name, String id) {
    try (QueryResult result = engine.query(String.format(Locale.ROOT, query, name, id))) {
      return result.rows();
    }
  }
}
