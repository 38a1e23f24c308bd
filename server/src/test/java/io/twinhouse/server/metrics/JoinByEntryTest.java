// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A join with the groups of an entry answers as the join with the groups of a computed text. */
final class JoinByEntryTest {

  /** In the order: the key on the left and on the right, its column on the right. */
  private static final String JOIN =
      """
      SELECT count() AS c, sum(t.small) AS s, min(t.sign) AS a, max(t.day) AS b, countIf(t.f) AS f,
        sum(cityHash64(t.name, t.small)) AS h
      FROM (SELECT %1$s AS name FROM visits WHERE n %% 5 < 3) AS v %4$s JOIN
        (SELECT %2$s AS name, toUInt8(max(n %% 250)) AS small, min(toInt8(n %% 200 - 100)) AS sign,
          toDate(max(at)) AS day, argMax(toBool(n %% 2), n) AS f
         FROM visits WHERE %3$s GROUP BY name) AS t ON v.name = t.name\
      """;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();
  private final Twinhouse engine = Twinhouse.open("arrow:memory:");

  @BeforeEach
  void fill() {
    engine.execute(
        "CREATE TABLE visits (n UInt32, at DateTime('UTC'), user String, guest Nullable(String))"
            + " ENGINE = MergeTree ORDER BY n");
    engine.execute(
        "INSERT INTO visits SELECT number, toDateTime(number * 60, 'UTC'),"
            + " concat('u', toString(cityHash64(number) % 3000)),"
            + " if(number % 7 = 0, NULL, concat('u', toString(cityHash64(number) % 5000)))"
            + " FROM numbers(40000)");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void entriesAndTheirHashesAreFound() {
    for (String rows : List.of("1", "n % 90 = 1", "n = 8", "0")) {
      for (String kind : List.of("LEFT", "INNER")) {
        compare("user", "lower(user)", rows, kind);
        compare("guest", "lower(guest)", rows, kind);
        compare("sipHash64(user)", "sipHash64(lower(user))", rows, kind);
      }
    }
  }

  /** One side's keys are entries, the other's are not. */
  @Test
  void keysOfAnotherOriginAreFoundByTheirValues() {
    for (String key : List.of("user", "guest")) {
      assertThat(ask("lower(" + key + ")", key, "1", "LEFT")).isEqualTo(ask(key, key, "1", "LEFT"));
      assertThat(ask(key, "lower(" + key + ")", "1", "LEFT")).isEqualTo(ask(key, key, "1", "LEFT"));
    }
    assertThat(ask("sipHash64(lower(user))", "sipHash64(user)", "1", "INNER"))
        .isEqualTo(ask("sipHash64(user)", "sipHash64(user)", "1", "INNER"));
  }

  private void compare(String key, String computed, String rows, String kind) {
    assertThat(ask(key, key, rows, kind)).as(key).isEqualTo(ask(computed, computed, rows, kind));
  }

  private List<?> ask(String left, String right, String rows, String kind) {
    String query = String.format(Locale.ROOT, JOIN, left, right, rows, kind);
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }
}
