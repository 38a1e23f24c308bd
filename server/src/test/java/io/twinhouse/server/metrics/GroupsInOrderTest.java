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

/** Groups that follow the sorting key are forgotten as they are yielded, and are the same. */
@ExtendWith(Seed.class)
final class GroupsInOrderTest {

  /** All groups have to be known at once to be counted. */
  private static final String WHOLE = " SETTINGS max_rows_to_group_by = 1000000000";

  private static final String SPILLED = " SETTINGS max_bytes_before_external_group_by = 1";

  private static final List<String> GROUPINGS =
      List.of(
          "SELECT p, toDate(at) AS d, uniqExact(u) AS c, count() AS k, sum(n) AS s FROM visits"
              + " GROUP BY p, d ORDER BY p, d",
          "SELECT p, uniqExactIf(u, n % 2 = 0) AS c, max(n) AS m FROM visits WHERE n > 1000"
              + " GROUP BY p ORDER BY p",
          "SELECT c, count() AS k FROM (SELECT p, u, count() AS c FROM visits GROUP BY p, u)"
              + " GROUP BY c ORDER BY c",
          "SELECT toDate(at) AS d, uniqExact(u) AS c FROM visits WHERE p = 'p3' GROUP BY d"
              + " ORDER BY d",
          "SELECT toStartOfHour(at) AS h, u % 97 AS r, count() FROM visits WHERE p = 'p3'"
              + " GROUP BY h, r ORDER BY h, r");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void runsAnswerAsTheWhole(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      fill(engine, random);
      for (String grouping : GROUPINGS) {
        Answer whole = ask(engine, grouping + WHOLE);
        Answer runs = ask(engine, grouping);
        assertThat(runs.rows).as(grouping).isNotEmpty().isEqualTo(whole.rows);
        assertThat(runs.peak).as(grouping).isLessThan(whole.peak);
        assertThat(ask(engine, grouping).peak).as(grouping).isEqualTo(runs.peak);
        assertThat(ask(engine, grouping + SPILLED).rows).as(grouping).isEqualTo(whole.rows);
      }
    }
  }

  @Test
  void rowsThatAreNotReadToTheirEndHoldNothing(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      fill(engine, random);
      String grouping = "SELECT p, u, count() FROM visits GROUP BY p, u";
      assertThat(ask(engine, grouping + " LIMIT 10").rows).hasSize(10);
      try (QueryResult result = engine.query(grouping)) {
        assertThat(result.next()).isNotNull();
      }
      assertThat(ask(engine, grouping).rows).isEqualTo(ask(engine, grouping).rows);
    }
  }

  private static void fill(Twinhouse engine, RandomSource random) {
    engine.execute(
        "CREATE TABLE visits (n UInt32, at DateTime('UTC'), p String, u UInt32)"
            + " ENGINE = MergeTree ORDER BY (p, at)");
    for (int insert = 0; insert < 2; insert++) {
      engine.execute(
          String.format(
              Locale.ROOT,
              "INSERT INTO visits SELECT number, toDateTime('2026-01-01 00:00:00', 'UTC')"
                  + " + toIntervalSecond(cityHash64(number, %1$d) %% (86400 * 30)),"
                  + " concat('p', toString(number %% 4 = 0 ? cityHash64(number, %1$d, 1) %% 200"
                  + " : 3)), cityHash64(number, %1$d, 2) %% 9000 FROM numbers(200000)",
              random.between(0, 1000)));
    }
  }

  private record Answer(List<List<@Nullable Object>> rows, long peak) {}

  private static Answer ask(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      List<List<@Nullable Object>> rows = result.rows();
      return new Answer(rows, result.statistics().peakMemoryBytes());
    }
  }
}
