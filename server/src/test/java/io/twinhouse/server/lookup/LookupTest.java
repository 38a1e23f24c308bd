// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When dictionaries are read, and whose memory that takes. */
final class LookupTest {

  private static final String DICTIONARY =
      "CREATE DICTIONARY d (id UInt64, v String) PRIMARY KEY id"
          + " SOURCE(CLICKHOUSE(TABLE 't')) LAYOUT(HASHED()) LIFETIME(MIN 60 MAX 60)";

  /** Stands still until it is moved. */
  private static final class MovedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static void make(Twinhouse engine) {
    engine.execute(
        "CREATE TABLE t (id UInt64, v String) ENGINE = MergeTree ORDER BY id;"
            + "INSERT INTO t VALUES (1, 'old');"
            + DICTIONARY);
  }

  private static String ask(HttpEndpoint endpoint, String sql) {
    return ClickHouseHttp.at(endpoint.uri()).query(sql).strip();
  }

  @Test
  void isReadAnewWhenItsLifetimeIsOver() throws Exception {
    MovedClock clock = new MovedClock();
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").clock(clock).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      make(engine);
      assertThat(ask(endpoint, "SELECT dictGet('d', 'v', 1)")).isEqualTo("old");
      engine.execute("INSERT INTO t VALUES (2, 'new')");
      clock.move(Duration.ofSeconds(59));
      assertThat(ask(endpoint, "SELECT dictHas('d', 2)")).isEqualTo("0");
      clock.move(Duration.ofSeconds(1));
      assertThat(ask(endpoint, "SELECT dictHas('d', 2)")).isEqualTo("1");
    }
  }

  @Test
  void keepsItsRowsWhenTheSourceIsGone() throws Exception {
    MovedClock clock = new MovedClock();
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").clock(clock).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      make(engine);
      assertThat(ask(endpoint, "SELECT dictGet('d', 'v', 1)")).isEqualTo("old");
      engine.execute("DETACH TABLE t");
      clock.move(Duration.ofSeconds(61));
      assertThat(ask(endpoint, "SELECT dictGet('d', 'v', 1)")).isEqualTo("old");
      assertThat(
              ask(
                  endpoint,
                  "SELECT status, error_count > 0, last_exception != '' FROM system.dictionaries"))
          .isEqualTo("LOADED\t1\t1");
      engine.execute("ATTACH TABLE t; INSERT INTO t VALUES (2, 'new')");
      clock.move(Duration.ofSeconds(5));
      assertThat(ask(endpoint, "SELECT dictGet('d', 'v', 2)")).isEqualTo("new");
      assertThat(ask(endpoint, "SELECT error_count FROM system.dictionaries")).isEqualTo("0");
    }
  }

  @Test
  void itsMemoryIsTheServersUntilItIsDropped() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute(
          "CREATE TABLE t (id UInt64, v String) ENGINE = MergeTree ORDER BY id;"
              + "INSERT INTO t SELECT number, toString(number) FROM numbers(100000);"
              + DICTIONARY);
      engine.execute("SELECT count() FROM t");
      long before = engine.memory().reservedBytes();
      engine.execute("SELECT dictGet('d', 'v', number) FROM numbers(10) FORMAT Null");
      long held = engine.memory().reservedBytes() - before;
      assertThat(held).isBetween(1_000_000L, 20_000_000L);
      engine.execute("SYSTEM RELOAD DICTIONARY d");
      assertThat(engine.memory().reservedBytes() - before).isEqualTo(held);
      engine.execute("DROP DICTIONARY d");
      assertThat(engine.memory().reservedBytes()).isEqualTo(before);
    }
  }

  @Test
  void aLoadOverTheLimitFailsAndLeavesNothing() throws Exception {
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").memoryLimit(24L << 20).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute(
          "CREATE DICTIONARY d (id UInt64, v String) PRIMARY KEY id SOURCE(CLICKHOUSE(QUERY"
              + " 'SELECT number, repeat(toString(number), 20) FROM numbers(1000000)'))"
              + " LAYOUT(HASHED()) LIFETIME(0)");
      long before = engine.memory().reservedBytes();
      assertThatThrownBy(() -> ask(endpoint, "SELECT dictGet('d', 'v', 1)"))
          .isInstanceOfSatisfying(
              ClickHouseRefusal.class, e -> assertThat(e.code()).isEqualTo(241));
      assertThat(engine.memory().reservedBytes()).isEqualTo(before);
      assertThat(ask(endpoint, "SELECT status FROM system.dictionaries")).isEqualTo("FAILED");
    }
  }

  @Test
  void aSourceThatLooksItselfUpIsRefused() throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute(
          "CREATE DICTIONARY d (id UInt64, v String) PRIMARY KEY id SOURCE(CLICKHOUSE(QUERY"
              + " 'SELECT number, dictGet(\\'default.d\\', \\'v\\', number) FROM numbers(3)'))"
              + " LAYOUT(HASHED()) LIFETIME(0)");
      assertThatThrownBy(() -> ask(endpoint, "SELECT dictGet('d', 'v', 1)"))
          .isInstanceOfSatisfying(ClickHouseRefusal.class, e -> assertThat(e.code()).isEqualTo(48));
    }
  }

  @Test
  void readingEndsWithTheQueryThatAsksForIt() throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      make(engine);
      engine.execute(
          "CREATE DICTIONARY e (id UInt64, v String) PRIMARY KEY id SOURCE(CLICKHOUSE(QUERY"
              + " 'SELECT max(number), any(toString(number)) FROM numbers(1000000000000)'))"
              + " LAYOUT(HASHED()) LIFETIME(0)");
      CompletableFuture<Void> endless = asked(engine, "endless", "SELECT dictGet('e', 'v', 1)");
      while (!engine.cancel("endless")) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(endless::join).hasMessageContaining("Query was cancelled");
      CompletableFuture<Void> again = asked(engine, "again", "SYSTEM RELOAD DICTIONARY e");
      while (!engine.cancel("again")) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(again::join).hasMessageContaining("Query was cancelled");
      assertThat(ask(endpoint, "SELECT dictGet('d', 'v', 1)")).isEqualTo("old");
    }
  }

  private static CompletableFuture<Void> asked(Twinhouse engine, String id, String sql) {
    return CompletableFuture.runAsync(
        () -> engine.query(QueryRequest.of(sql).withQueryId(id)).close());
  }
}
