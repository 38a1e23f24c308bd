// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The day of a result, or an array sorted, is the same whether or not the result itself is asked
 * for too.
 */
final class AskedResultsTest {

  /** The last part says which groups: a condition on the times themselves keeps them whole. */
  private static final String DAYS =
      "SELECT key, toDate(min(at)), toDate(max(at)) FROM times %s GROUP BY key %s ORDER BY key"
          + " SETTINGS max_bytes_before_external_group_by = %d";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();
  private final Twinhouse engine = Twinhouse.open("arrow:memory:");

  @BeforeEach
  void fill() {
    engine.execute(
        "CREATE TABLE times (n UInt32, key String, at DateTime64(3, 'UTC')) ENGINE = MergeTree"
            + " ORDER BY n");
    engine.execute(
        "INSERT INTO times SELECT number, toString(cityHash64(number) % 30000),"
            + " fromUnixTimestamp64Milli(if(number = 59000, -7000000000000,"
            + " toInt64(cityHash64(number, 1) % 5500000000000)), 'UTC') FROM numbers(60000)");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void daysAloneAreThoseOfTheTimes() {
    for (String rows : List.of("WHERE n != 59000", "", "WHERE n < 5", "WHERE n = 59000")) {
      List<?> times = ask(DAYS.formatted(rows, "HAVING min(at) <= max(at)", 0));
      assertThat(ask(DAYS.formatted(rows, "", 0))).isEqualTo(times);
      assertThat(ask(DAYS.formatted(rows, "", 100_000))).isEqualTo(times);
    }
  }

  @Test
  void daysAloneTakeLess() {
    long days = peak("SELECT key, toDate(min(at)) FROM times GROUP BY key");
    long times = peak("SELECT key, min(at) FROM times GROUP BY key");
    assertThat(days).isLessThan(times);
  }

  @Test
  void aGroupOfNoRowsHasTheFirstDay() {
    String query = "SELECT toDate(min(at)), toDate(max(at)) FROM times WHERE n > 70000 %s";
    assertThat(ask(query.formatted(""))).isEqualTo(ask(query.formatted("HAVING min(at) < now()")));
  }

  /** The last part asks for the arrays themselves, so that they keep their order. */
  private static final String SETS =
      "SELECT key, arraySort(groupUniqArrayIf(toDate(at), n %% 3 != 0)) AS a,"
          + " length(groupUniqArray(toUInt16(n %% %1$d))) AS b,"
          + " arrayReverseSort(groupUniqArray(toUInt8(n %% 256))) AS c %2$s"
          + " FROM times GROUP BY key ORDER BY key SETTINGS max_threads = %3$d,"
          + " max_bytes_before_external_group_by = %4$d";

  private static final String WHOLE =
      ", groupUniqArrayIf(toDate(at), n % 3 != 0), groupUniqArray(toUInt16(n % 511)),"
          + " groupUniqArray(toUInt16(n % 30000)), groupUniqArray(toUInt8(n % 256))";

  /** Values of few blocks of 16, and of so many that no bits are kept. */
  @Test
  void setsWhoseOrderDoesNotShowAreThoseInOrder() {
    for (int values : new int[] {511, 30000}) {
      List<?> whole =
          ask(SETS.formatted(values, WHOLE, 1, 0)).stream()
              .map(row -> ((List<?>) row).subList(0, 4))
              .toList();
      for (int threads = 1; threads <= 2; threads++) {
        assertThat(ask(SETS.formatted(values, "", threads, 0))).isEqualTo(whole);
        assertThat(ask(SETS.formatted(values, "", threads, 100_000))).isEqualTo(whole);
      }
    }
  }

  @Test
  void setsWhoseOrderDoesNotShowTakeLess() {
    String query =
        "SELECT key, arraySort(groupUniqArray(toDate(n %% 60))) AS days%s FROM times GROUP BY key"
            + " ORDER BY key";
    String whole = ", groupUniqArray(toDate(n % 60))";
    assertThat(peak(query.formatted(""))).isLessThan(peak(query.formatted(whole)));
  }

  private List<?> ask(String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }

  private long peak(String query) {
    try (QueryResult result = engine.query(query)) {
      assertThat(result.rows()).isNotEmpty();
      return result.statistics().peakMemoryBytes();
    }
  }
}
