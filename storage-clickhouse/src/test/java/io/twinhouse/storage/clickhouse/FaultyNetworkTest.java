// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
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
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.network.Direction;
import io.twinhouse.testkit.network.Fault;
import io.twinhouse.testkit.network.FaultyProxy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small conversation through a network that fails at every n-th byte of it: the answer is whole
 * or an error, rows arrive once or an error says that this is not known, and the next statement
 * works. With {@code -Dtwinhouse.network.step=1} every byte is tried.
 */
@RequiresClickHouse
@Timeout(600)
final class FaultyNetworkTest {
  private static final int STEP = Integer.getInteger("twinhouse.network.step", 13);
  private static final int ROWS = 40;
  private static final String QUERY =
      "SELECT number AS n, toString(n) AS s FROM numbers(" + ROWS + ")";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp http;
  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
  private FaultyProxy proxy;
  private long nextRow;

  FaultyNetworkTest(ClickHouseHttp http) throws IOException {
    this.http = http;
    this.proxy = FaultyProxy.to(http.url());
  }

  @BeforeEach
  void watch() {
    leaks.watchZero("reserved bytes", memory::reservedBytes);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
  }

  private Storage open(Map<String, String> options) {
    return new ClickHouseStorageProvider()
        .open(
            new StorageOptions(
                "clickhouse:" + proxy.url() + "/" + http.database(),
                options,
                memory,
                (text, schema) -> {
                  throw new IllegalStateException("the server binds its expressions itself");
                },
                Clock.systemUTC()));
  }

  private static List<String> read(Storage storage, String sql) {
    List<String> rows = new ArrayList<>();
    RemoteRequest request = new RemoteRequest(sql, "", "", Map.of(), Map.of());
    try (RemoteResult result = storage.execute(request)) {
      for (Batch batch = result.next(); batch != null; batch = result.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          long number = ((LongColumn) batch.column(0)).values()[row];
          rows.add(number + "=" + ((BytesColumn) batch.column(1)).string(row));
        }
      }
    }
    return rows;
  }

  private static List<String> expected() {
    return LongStream.range(0, ROWS).mapToObj(n -> n + "=" + n).toList();
  }

  /** Tries a fault at every n-th byte of one way; returns how often the query came through. */
  private int walk(Storage storage, Direction way, LongFunction<Fault> faultAt) {
    proxy.heal();
    assertThat(read(storage, QUERY)).isEqualTo(expected());
    long bytes = proxy.bytes(way);
    int whole = 0;
    for (long at = 0; at < bytes; at += STEP) {
      Fault fault = faultAt.apply(at);
      proxy.plant(fault);
      try {
        assertThat(read(storage, QUERY)).as(fault.toString()).isEqualTo(expected());
        whole++;
      } catch (TwinhouseException failed) {
        assertThat(failed.getMessage()).as(fault.toString()).isNotBlank();
      }
      proxy.heal();
      assertThat(readOnAnyLine(storage)).as("after " + fault).isEqualTo(expected());
    }
    return whole;
  }

  /** A line that broke behind a whole answer lies in the pool until a statement finds it dead. */
  private static List<String> readOnAnyLine(Storage storage) {
    try {
      return read(storage, QUERY);
    } catch (TwinhouseException dead) {
      return read(storage, QUERY);
    }
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void aBrokenLineIsAnErrorAndNeverAPartOfTheRows(Direction way) {
    try (Storage storage = open(Map.of("retries", "0"))) {
      assertThat(walk(storage, way, at -> Fault.close(way, at))).isLessThan(3);
      assertThat(walk(storage, way, at -> Fault.reset(way, at))).isLessThan(3);
    }
  }

  @Test
  void aQueryIsSentAgainWhenTheLineBrokeBeforeTheAnswer() {
    try (Storage storage = open(Map.of("retry_pause_ms", "1"))) {
      proxy.heal();
      read(storage, QUERY);
      long request = proxy.bytes(Direction.REQUEST);
      int places = (int) ((request + STEP - 1) / STEP);
      assertThat(walk(storage, Direction.REQUEST, at -> Fault.reset(Direction.REQUEST, at)))
          .isEqualTo(places);
      assertThat(walk(storage, Direction.REQUEST, at -> Fault.close(Direction.REQUEST, at)))
          .isEqualTo(places);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 500})
  void spoiltBytesNeverBecomeOtherRows(int count) {
    try (Storage storage = open(Map.of("socket_timeout", "2"))) {
      walk(storage, Direction.ANSWER, at -> Fault.garbage(Direction.ANSWER, at, count));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void anAnswerWhoseEndWasLostOnTheWayIsAnError(String compress) {
    try (Storage storage = open(Map.of("compress", compress))) {
      proxy.heal();
      int body = http.with("compress", compress).bytes(QUERY + " FORMAT Native").length;
      for (int length = 0; length < body; length += 1 + STEP / 2) {
        proxy.plant(Fault.shortened(length));
        assertThatExceptionOfType(TwinhouseException.class)
            .as("body of " + length)
            .isThrownBy(() -> read(storage, QUERY));
      }
    }
  }

  @Test
  void aSilentServerIsWaitedForUntilTheTimeoutAndNoLonger() {
    try (Storage storage = open(Map.of("socket_timeout", "2", "retries", "0"))) {
      for (long fromEnd : new long[] {Long.MAX_VALUE, 600, 40, 1}) {
        assertThatExceptionOfType(TwinhouseException.class)
            .isThrownBy(() -> readUntilSilence(storage, fromEnd))
            .matches(error -> error.is(ErrorCode.SOCKET_TIMEOUT), "is a SOCKET_TIMEOUT")
            .withMessageContaining("socket_timeout");
        proxy.heal();
        assertThat(read(storage, QUERY)).isEqualTo(expected());
      }
    }
  }

  /**
   * The summary among an answer's headers holds a duration of so many digits, so an answer may end
   * before the byte that the last one still had: the silence never begins, and the rows are whole.
   */
  private void readUntilSilence(Storage storage, long bytesFromEnd) {
    do {
      proxy.heal();
      assertThat(read(storage, QUERY)).isEqualTo(expected());
      long at = Math.max(0, proxy.bytes(Direction.ANSWER) - bytesFromEnd);
      proxy.plant(Fault.silence(Direction.ANSWER, at));
      long begun = System.nanoTime();
      try {
        assertThat(read(storage, QUERY)).isEqualTo(expected());
      } finally {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      }
    } while (proxy.isPlanted());
  }

  /** The line is tried when the house is opened, and is the one that later statements take. */
  @Test
  void oneWarmLineServesAllAndAColdOneOpensNothing() {
    try (Storage storage = open(Map.of("retries", "0"))) {
      int opened = proxy.connections();
      assertThat(opened).isPositive();
      for (int i = 0; i < 5; i++) {
        assertThat(read(storage, QUERY)).isEqualTo(expected());
      }
      assertThat(proxy.connections()).isEqualTo(opened);
    }
    proxy.redirect(URI.create("http://127.0.0.1:1")); // nobody is there
    assertThatExceptionOfType(TwinhouseException.class)
        .isThrownBy(() -> open(Map.of("retries", "0")).close())
        .withMessageContaining(proxy.url().toString());
    proxy.redirect(http.url());
    open(Map.of("retries", "0")).close();
  }

  @Test
  void aSlowLineIsOnlySlow() {
    try (Storage storage = open(Map.of("retries", "0"))) {
      for (long at = 0; at < 900; at += 90) {
        proxy.plant(Fault.delay(Direction.ANSWER, at, 60));
        assertThat(read(storage, QUERY)).isEqualTo(expected());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 404, 200})
  void anAnswerOfSomebodyElseIsAnErrorThatSaysSo(int status) {
    try (Storage storage = open(Map.of("retries", "0"))) {
      for (Fault fault : List.of(Fault.refused(status), Fault.lostAnswer(status))) {
        proxy.plant(fault);
        assertThatExceptionOfType(TwinhouseException.class)
            .as(fault.toString())
            .isThrownBy(() -> read(storage, QUERY))
            .matches(error -> error.is(ErrorCode.NETWORK_ERROR), "is a NETWORK_ERROR")
            .withMessageContaining(proxy.url().toString());
        proxy.heal();
        assertThat(read(storage, QUERY)).isEqualTo(expected());
      }
    }
  }

  @Test
  void rowsOfAPlainTableArriveOnceOrAnErrorSaysThatNobodyKnows() {
    http.query("CREATE TABLE plain (n UInt64) ENGINE = MergeTree ORDER BY n");
    try (Storage storage = open(Map.of("retry_pause_ms", "1"))) {
      for (Direction way : Direction.values()) {
        walkInserts(storage, "plain", way, at -> Fault.close(way, at), false);
        walkInserts(storage, "plain", way, at -> Fault.reset(way, at), false);
      }
      walkInserts(storage, "plain", Direction.ANSWER, at -> Fault.lostAnswer(504), false);
      insert(storage, "plain", Fault.lostAnswer(503), Direction.ANSWER, false);
      insert(storage, "plain", Fault.lostAnswer(429), Direction.ANSWER, false);
    }
  }

  @Test
  void rowsOfATableThatRecognisesThemArriveOnceAlways() {
    http.query(
        "CREATE TABLE careful (n UInt64) ENGINE = MergeTree ORDER BY n"
            + " SETTINGS non_replicated_deduplication_window = 1000");
    try (Storage storage = open(Map.of("retry_pause_ms", "1"))) {
      for (Direction way : Direction.values()) {
        walkInserts(storage, "careful", way, at -> Fault.close(way, at), true);
        walkInserts(storage, "careful", way, at -> Fault.reset(way, at), true);
      }
      walkInserts(storage, "careful", Direction.ANSWER, at -> Fault.lostAnswer(504), true);
    }
  }

  private void walkInserts(
      Storage storage, String table, Direction way, LongFunction<Fault> faultAt, boolean always) {
    long bytes = insert(storage, table, null, way, true);
    for (long at = 0; at < bytes; at += STEP) {
      insert(storage, table, faultAt.apply(at), way, always);
    }
  }

  /** Inserts rows never seen before with a fault at their commit; returns the bytes of that. */
  private long insert(
      Storage storage,
      String table,
      @org.jspecify.annotations.Nullable Fault fault,
      Direction way,
      boolean always) {
    long first = nextRow;
    nextRow += 3;
    boolean acknowledged;
    proxy.heal();
    try (BatchSink sink = storage.insert(new TableName(http.database(), table), List.of("n"))) {
      sink.add(Batch.of(3, LongColumn.of(first, first + 1, first + 2)));
      proxy.heal();
      if (fault != null) {
        proxy.plant(fault);
      }
      acknowledged = commit(sink);
    }
    long bytes = proxy.bytes(way);
    proxy.heal();
    String arrived =
        http.query(
            "SELECT count() FROM " + table + " WHERE n BETWEEN " + first + " AND " + (first + 2));
    if (acknowledged || always) {
      assertThat(arrived).as("%s", fault).isEqualTo("3\n");
      assertThat(acknowledged).as("%s", fault).isTrue();
    } else {
      assertThat(arrived).as("%s", fault).isIn("0\n", "3\n");
    }
    return bytes;
  }

  private static boolean commit(BatchSink sink) {
    try {
      assertThat(sink.commit()).isEqualTo(3);
      return true;
    } catch (TwinhouseException failed) {
      assertThat(failed.is(ErrorCode.NETWORK_ERROR)).as(failed.toString()).isTrue();
      assertThat(failed.getMessage()).contains("not known whether");
      return false;
    }
  }
}
