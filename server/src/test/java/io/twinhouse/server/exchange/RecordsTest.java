// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.exchange.Appender;
import io.twinhouse.engine.exchange.Records;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows go in as Java values and records and come out the same, in both houses. */
@RequiresClickHouse
final class RecordsTest {

  private static final String TABLE =
      "CREATE TABLE things (id UInt32, big UInt64, huge Int128, price Decimal(18, 4), ratio Float64,"
          + " ok Bool, name String, note Nullable(String), kind Enum8('SMALL' = 1, 'LARGE' = 2),"
          + " day Date, seen_at DateTime64(6, 'Asia/Tokyo'), local DateTime('Europe/Berlin'),"
          + " key UUID, host IPv4, tags Array(String), counts Map(String, UInt8), extra String"
          + " DEFAULT 'none') ENGINE = MergeTree ORDER BY id";

  enum Kind {
    SMALL,
    LARGE
  }

  record Thing(
      int id,
      BigInteger big,
      BigInteger huge,
      BigDecimal price,
      double ratio,
      boolean ok,
      String name,
      @Nullable String note,
      Kind kind,
      LocalDate day,
      Instant seenAt,
      LocalDateTime local,
      UUID key,
      InetAddress host,
      List<String> tags,
      Map<String, Integer> counts) {}

  record Narrow(byte number) {}

  record Named(String nosuch) {}

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static Thing thing(int id) throws Exception {
    return new Thing(
        id,
        new BigInteger("18446744073709551615"),
        BigInteger.TEN.pow(30).negate(),
        new BigDecimal("12.3400"),
        id / 3.0,
        id % 2 == 0,
        "Grüße \"q\" \\ \n\u0001 " + id,
        id % 3 == 0 ? null : "x",
        id % 2 == 0 ? Kind.SMALL : Kind.LARGE,
        LocalDate.of(2026, 1, 1).plusDays(id % 300),
        Instant.parse("2026-07-01T12:34:56.123456Z").plusSeconds(id),
        LocalDateTime.of(2026, 7, 1, 8, 30, 15),
        new UUID(7, id),
        InetAddress.getByName("10.0.0." + id % 250),
        List.of("a", "b'" + id),
        Map.of("k", id % 200));
  }

  @Test
  void recordsRoundTripInTheEmbeddedHouse() throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      roundTrip(engine, 20_000);
      assertThat(engine.memory().reservedBytes()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void recordsRoundTripOnClickHouse(RealClickHouse server) throws Exception {
    try (Twinhouse engine = Twinhouse.open("clickhouse:" + server.url())) {
      engine.execute("DROP TABLE IF EXISTS things");
      roundTrip(engine, 500);
      engine.execute("DROP TABLE things");
    }
  }

  private static void roundTrip(Twinhouse engine, int count) throws Exception {
    engine.execute(TABLE);
    try (Appender rows = Appender.ofRecords(engine, "things", Thing.class)) {
      for (int id = 0; id < count; id++) {
        rows.appendRecord(thing(id));
      }
      assertThat(rows.flush()).isEqualTo(count);
    }
    try (QueryResult result = engine.query("SELECT * FROM things ORDER BY id")) {
      List<Thing> things = Records.list(result, Thing.class);
      assertThat(things).hasSize(count);
      for (int id = 0; id < count; id++) {
        assertThat(things.get(id)).isEqualTo(thing(id));
      }
    }
    try (QueryResult result = engine.query("SELECT DISTINCT extra FROM things")) {
      assertThat(result.rows()).isEqualTo(List.of(List.of("none")));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        QueryResult large = engine.query("SELECT 300 AS number");
        QueryResult none = engine.query("SELECT NULL AS number");
        QueryResult other = engine.query("SELECT 1 AS a")) {
      assertThatThrownBy(() -> Records.list(large, Narrow.class))
          .hasMessageContaining("The value 300 of column number is no byte");
      assertThatThrownBy(() -> Records.list(none, Narrow.class))
          .hasMessageContaining("The value NULL of column number is no byte");
      assertThatThrownBy(() -> Records.list(other, Named.class))
          .hasMessageContaining("no column for the component nosuch; the answer has a");
      engine.execute("CREATE TABLE t (a UInt8, b String) ENGINE = Memory");
      try (Appender rows = Appender.to(engine, "default.t", "a", "b")) {
        assertThatThrownBy(() -> rows.append(1))
            .hasMessageContaining("1 values for the columns a, b");
        assertThatThrownBy(() -> rows.append(1, new Object()))
            .hasMessageContaining("java.lang.Object has no form");
        rows.append(1, "kept");
      }
      try (QueryResult kept = engine.query("SELECT * FROM t")) {
        assertThat(kept.rows()).isEqualTo(List.of(List.of(1, "kept")));
      }
    }
  }
}
