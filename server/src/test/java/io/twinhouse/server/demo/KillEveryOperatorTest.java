// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a query is at, it ends soon after it was killed, and nothing of it is left. Each shape
 * is killed after several spans of time, so that building, merging, spilling and reading are all
 * hit.
 *
 * <p>{@code -Dtwinhouse.kill.millis} is what counts as soon (the default allows for a busy machine;
 * 100 is what an idle one keeps to) and {@code -Dtwinhouse.kill.rounds} how many spans are tried.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillEveryOperatorTest {

  private static final long SOON = Long.getLong("twinhouse.kill.millis", 1500);
  private static final int ROUNDS = Integer.getInteger("twinhouse.kill.rounds", 2);
  private static final int FIRST_SPAN = 30;

  private final Twinhouse house = Twinhouse.at("arrow:memory:").threads(2).open();

  @BeforeAll
  void fill() {
    run("CREATE TABLE e (k UInt64, u String, t String) ENGINE = MergeTree ORDER BY k", Map.of());
    run(
        "INSERT INTO e SELECT number, concat('user-', toString(intHash64(number) % 200000)),"
            + " repeat(toString(number), 4) FROM numbers(1000000)",
        Map.of());
  }

  @AfterAll
  void nothingIsLeft() {
    house.close();
    assertThat(house.memory().reservedBytes()).isZero();
  }

  private void run(String sql, Map<String, String> settings) {
    QueryRequest request = QueryRequest.of(sql).withQueryId("kill").withSettings(settings);
    try (QueryResult result = house.query(request)) {
      while (result.next() != null) {
        continue;
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "scan ~ SELECT count() FROM e AS a, e AS b WHERE a.k + b.k = 1",
        "selective scan ~ SELECT sum(cityHash64(number)) FROM numbers(100000000000) WHERE"
            + " intHash64(number) = 7",
        "groups ~ SELECT number % 20000000 AS k, count() FROM numbers_mt(200000000) GROUP BY k",
        "merge of groups ~ SELECT intHash64(number) AS k, min(number) FROM numbers_mt(6000000)"
            + " GROUP BY k LIMIT 1",
        "distinct count ~ SELECT uniqExact(intHash64(number)) FROM numbers_mt(100000000)",
        "distinct ~ SELECT count() FROM (SELECT DISTINCT intHash64(number) FROM"
            + " numbers(100000000))",
        "sort ~ SELECT number FROM numbers_mt(30000000) ORDER BY intHash64(number) LIMIT 20000000,"
            + " 1",
        "sort of texts ~ SELECT u FROM (SELECT concat(a.u, toString(b.number)) AS u FROM e AS a"
            + " CROSS JOIN numbers(20) AS b) ORDER BY u LIMIT 15000000, 1",
        "join, build ~ SELECT count() FROM numbers(10) AS a JOIN (SELECT intHash64(number) AS"
            + " number FROM numbers(30000000)) AS b ON a.number = b.number",
        "join, probe ~ SELECT count() FROM numbers(100000000000) AS a JOIN numbers(1000) AS b ON"
            + " a.number = b.number",
        "join of many pairs ~ SELECT count() FROM e AS a JOIN e AS b ON a.k % 3 = b.k % 3",
        "window ~ SELECT max(s) FROM (SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 5000"
            + " PRECEDING AND CURRENT ROW) AS s FROM numbers(3000000))",
        "set ~ SELECT count() FROM numbers(10) WHERE number IN (SELECT intHash64(number) FROM"
            + " numbers(30000000))",
        "heavy pattern ~ SELECT countIf(match(repeat(t, 200), '(x+x+)+y|[a-z]{3}$|9{40}z')) FROM e",
        "extracted ~ SELECT max(length(replaceRegexpAll(repeat(t, 100), '([0-9])(1|2)',"
            + " '\\\\2\\\\1'))) FROM e",
        "array join ~ SELECT sum(x) FROM (SELECT arrayJoin(range(1000)) AS x FROM"
            + " numbers(1000000000))",
        "limit by ~ SELECT count() FROM (SELECT number FROM numbers(100000000) LIMIT 1 BY"
            + " intHash64(number))",
        "except ~ SELECT count() FROM (SELECT intHash64(number) FROM numbers(20000000) EXCEPT"
            + " SELECT number FROM numbers(20000000))",
      })
  void aKilledQueryEndsSoon(String shape, String sql) throws InterruptedException {
    kill(shape, sql, Map.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "groups on disk ~ max_bytes_before_external_group_by ~ SELECT intHash64(number) AS k,"
            + " min(number) FROM numbers_mt(30000000) GROUP BY k",
        "sort on disk ~ max_bytes_before_external_sort ~ SELECT number FROM numbers_mt(30000000)"
            + " ORDER BY intHash64(number)",
      })
  void aKilledQueryThatSpillsEndsSoon(String shape, String setting, String sql)
      throws InterruptedException {
    kill(shape, sql, Map.of(setting, "8000000"));
  }

  private void kill(String shape, String sql, Map<String, String> settings)
      throws InterruptedException {
    long before = house.memory().reservedBytes();
    List<Long> took = new ArrayList<>();
    for (int round = 0, span = FIRST_SPAN; round < ROUNDS; round++, span *= 4) {
      long millis = killAfter(span, sql, settings);
      if (millis >= 0) {
        took.add(millis);
      }
      assertThat(house.memory().reservedBytes()).isEqualTo(before);
    }
    assertThat(took).as("the query is long enough to be killed").isNotEmpty();
    assertThat(took).allSatisfy(millis -> assertThat(millis).as(shape).isLessThan(SOON));
  }

  /** Milliseconds from the kill to the end, or -1 when the query was over before. */
  private long killAfter(int span, String sql, Map<String, String> settings)
      throws InterruptedException {
    AtomicLong ended = new AtomicLong();
    List<Throwable> failures = new ArrayList<>();
    Thread victim =
        new Thread(
            () -> {
              try {
                run(sql, settings);
              } catch (RuntimeException e) {
                failures.add(e);
              } finally {
                ended.set(System.nanoTime());
              }
            });
    victim.start();
    Thread.sleep(span);
    long start = System.nanoTime();
    try (QueryResult killed = house.query("KILL QUERY WHERE query_id = 'kill' ASYNC")) {
      killed.rows();
    }
    victim.join();
    if (failures.isEmpty()) {
      return -1;
    }
    assertThat(failures)
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOfSatisfying(
                        TwinhouseException.class,
                        t -> assertThat(t.is(ErrorCode.QUERY_WAS_CANCELLED)).isTrue()));
    long millis = (ended.get() - start) / 1_000_000;
    System.Logger log = System.getLogger(KillEveryOperatorTest.class.getName());
    log.log(
        System.Logger.Level.DEBUG,
        String.format(
            Locale.ROOT, "killed after %d ms, ended within %d ms: %s", span, millis, sql));
    return millis;
  }
}
