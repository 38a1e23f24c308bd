// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries are seen while they run, stop within a moment when killed, and are logged. */
class KillQueryTest {

  private final Twinhouse house = Twinhouse.at("arrow:memory:").threads(2).open();

  @AfterEach
  void close() {
    house.close();
    assertThat(house.memory().reservedBytes()).isZero();
  }

  private List<List<@Nullable Object>> ask(String id, String sql) {
    QueryRequest request = QueryRequest.of(sql);
    QueryRequest named = request.withQueryId(id);
    try (QueryResult result = house.query(named)) {
      return result.rows();
    }
  }

  private List<List<@Nullable Object>> ask(String sql) {
    return ask("", sql);
  }

  private void awaitRunning(String id) throws InterruptedException {
    String seen =
        "SELECT count() FROM system.processes WHERE query_id = '" + id + "' AND read_rows > 0";
    while (!ask(seen).get(0).get(0).toString().equals("1")) {
      Thread.sleep(5);
    }
  }

  @Test
  void aKilledQueryIsSeenStopsAndIsLogged() throws Exception {
    long[] ended = new long[1];
    CompletableFuture<Void> victim =
        CompletableFuture.runAsync(
            () -> {
              try {
                ask("victim", "SELECT max(cityHash64(number)) FROM numbers(100000000000)");
              } finally {
                ended[0] = System.nanoTime();
              }
            });
    awaitRunning("victim");
    assertThat(ask("KILL QUERY WHERE query_id = 'victim' TEST").get(0).subList(0, 3))
        .isEqualTo(List.of("unknown_status", "victim", "default"));
    assertThat(victim).isNotDone();
    long start = System.nanoTime();
    assertThat(ask("KILL QUERY WHERE query_id = 'victim' SYNC").get(0).get(0))
        .isEqualTo("finished");
    assertThatThrownBy(() -> victim.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            TwinhouseException.class,
            e -> assertThat(e.is(ErrorCode.QUERY_WAS_CANCELLED)).isTrue());
    assertThat(TimeUnit.NANOSECONDS.toMillis(ended[0] - start)).isLessThan(1000);
    assertThat(ask("KILL QUERY WHERE query_id = 'victim'")).isEmpty();
    assertThat(
            ask(
                "SELECT type, exception_code, memory_usage > 0, read_rows > 0"
                    + " FROM system.query_log WHERE query_id = 'victim' ORDER BY type"))
        .hasToString("[[QueryStart, 0, 0, 0], [ExceptionWhileProcessing, 394, 1, 1]]");
  }

  @Test
  void statementsSideBySideStopWithTheQueryThatRunsThem() throws Exception {
    ask("CREATE TABLE sink (x UInt64) ENGINE = Null");
    String endless = "INSERT INTO sink SELECT max(cityHash64(number)) FROM numbers(100000000000)";
    CompletableFuture<Void> victim =
        CompletableFuture.runAsync(
            () -> ask("sides", endless + " PARALLEL WITH INSERT INTO sink SELECT 1"));
    String seen =
        "SELECT count() FROM system.processes WHERE query = '" + endless + "' AND read_rows > 0";
    while (!ask(seen).get(0).get(0).toString().equals("1")) {
      Thread.sleep(5);
    }
    ask("KILL QUERY WHERE query_id = 'sides' ASYNC");
    assertThatThrownBy(() -> victim.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            TwinhouseException.class,
            e -> assertThat(e.is(ErrorCode.QUERY_WAS_CANCELLED)).isTrue());
    assertThat(ask(seen)).hasToString("[[0]]");
  }

  @Test
  void theLogTellsPeaksAndWhatNeverStarted() {
    ask("peak", "SELECT uniqExact(number) FROM numbers(100000)");
    assertThatThrownBy(() -> ask("wrong", "SELECT nothing")).isInstanceOf(TwinhouseException.class);
    assertThat(
            ask(
                "SELECT query_id, type, memory_usage > 100000, exception_code, result_rows"
                    + " FROM system.query_log WHERE query_id IN ('peak', 'wrong')"
                    + " AND type != 'QueryStart' ORDER BY query_id"))
        .hasToString("[[peak, QueryFinish, 1, 0, 1], [wrong, ExceptionBeforeStart, 0, 47, 0]]");
  }
}
