// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A query cancelled here ends on the server, too. */
@RequiresClickHouse
@Timeout(60)
final class RemoteCancelTest {

  private static final String SLOW =
      "SELECT sum(sleepEachRow(0.05)) FROM numbers(1000) SETTINGS max_block_size = 1";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void aCancelledQueryEndsOnTheServer(ClickHouseHttp http) throws Exception {
    String id = UUID.randomUUID().toString();
    try (Twinhouse engine = Twinhouse.open("clickhouse:" + http.url())) {
      CompletableFuture<TwinhouseException> running =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      TwinhouseException.class,
                      () -> {
                        QueryRequest request = QueryRequest.of(SLOW).withQueryId(id);
                        try (QueryResult result = engine.query(request)) {
                          result.rows();
                        }
                      }));
      while (processes(http, id).equals("0\n")) {
        Thread.sleep(10);
      }
      assertThat(engine.cancel(id)).isTrue();
      assertThat(running.get().is(ErrorCode.QUERY_WAS_CANCELLED)).isTrue();
      while (!processes(http, id).equals("0\n")) {
        Thread.sleep(10);
      }
    }
  }

  private static String processes(ClickHouseHttp http, String id) {
    return http.query("SELECT count() FROM system.processes WHERE query_id = '" + id + "'");
  }
}
