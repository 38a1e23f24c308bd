// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ServerProcess;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that dies in the middle of a query and of an insert, and comes back. */
@Timeout(180)
final class KilledServerTest {
  private static final int BATCHES = 200;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  @Test
  void aServerKilledInTheMiddleIsAnErrorAndThePoolRecovers() throws Exception {
    assumeTrue(ServerProcess.isAvailable(), "needs a server of its own");
    leaks.watchZero("reserved bytes", memory::reservedBytes);
    try (ServerProcess server = ServerProcess.start();
        Storage storage = open(server)) {
      ClickHouseHttp http = ClickHouseHttp.at(server.url());
      http.query("CREATE TABLE t (n UInt64) ENGINE = MergeTree ORDER BY n");
      killDuringAQuery(server, storage, http);
      assertThat(insert(storage)).isNull();
      assertThat(http.query("SELECT count() FROM t")).isEqualTo(rows(1));
      killDuringAnInsert(server, storage, http);
    }
  }

  private void killDuringAQuery(ServerProcess server, Storage storage, ClickHouseHttp http)
      throws Exception {
    String sql = "SELECT sum(sleepEachRow(0.1)) FROM numbers(300) SETTINGS max_block_size = 1";
    CompletableFuture<TwinhouseException> running =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(TwinhouseException.class, () -> drain(storage, sql)));
    await(http, "SELECT count() FROM system.processes WHERE query LIKE '%sleepEachRow%300%'");
    server.kill();
    assertThat(running.get().is(ErrorCode.NETWORK_ERROR)).isTrue();
    server.startAgain();
    drain(storage, "SELECT 1");
  }

  /** The rows are there once, or not at all and the error says that this is not known. */
  private void killDuringAnInsert(ServerProcess server, Storage storage, ClickHouseHttp http)
      throws Exception {
    CompletableFuture<TwinhouseException> running =
        CompletableFuture.supplyAsync(() -> insert(storage));
    Thread.sleep(30);
    server.kill();
    TwinhouseException error = running.get();
    server.startAgain();
    String count = http.query("SELECT count() FROM t");
    if (error == null) {
      assertThat(count).isEqualTo(rows(2));
    } else {
      assertThat(error.is(ErrorCode.NETWORK_ERROR)).as(error.toString()).isTrue();
      assertThat(count).isIn(rows(1), rows(2));
    }
    drain(storage, "SELECT 1");
  }

  private static String rows(int inserts) {
    return (long) inserts * BATCHES * Batch.ROWS + "\n";
  }

  private static TwinhouseException insert(Storage storage) {
    long[] values = new long[Batch.ROWS];
    return catchThrowableOfType(
        TwinhouseException.class,
        () -> {
          try (BatchSink sink = storage.insert(new TableName("default", "t"), List.of("n"))) {
            for (int i = 0; i < BATCHES; i++) {
              sink.add(Batch.of(values.length, LongColumn.of(values)));
            }
            sink.commit();
          }
        });
  }

  private static void drain(Storage storage, String sql) {
    try (RemoteResult result =
        storage.execute(new RemoteRequest(sql, "", "", Map.of(), Map.of()))) {
      while (result.next() != null) {
        // Only the end matters.
      }
    }
  }

  private static void await(ClickHouseHttp http, String count) throws InterruptedException {
    for (int i = 0; i < 500 && http.query(count).equals("1\n"); i++) {
      Thread.sleep(10);
    }
  }

  private Storage open(ServerProcess server) {
    return new ClickHouseStorageProvider()
        .open(
            new StorageOptions(
                "clickhouse:" + server.url(),
                Map.of("retry_pause_ms", "20"),
                memory,
                (text, schema) -> {
                  throw new IllegalStateException("the server binds its expressions itself");
                },
                Clock.systemUTC()));
  }
}
