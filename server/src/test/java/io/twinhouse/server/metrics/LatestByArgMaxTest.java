// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FINAL read as a grouping by the key answers as FINAL, or is refused. */
@ExtendWith(Seed.class)
final class LatestByArgMaxTest {

  private static final int ROWS = 600;

  /** Conditions on the key, on what changes from version to version, and on what may be NULL. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT count() FROM %s FINAL",
          "SELECT p, id, name, note, at, v FROM %s FINAL ORDER BY p, id",
          "SELECT p, uniqExact(name), count(note) FROM %s FINAL GROUP BY p ORDER BY p",
          "SELECT id, name FROM %s FINAL WHERE p = 'p1' AND flag = 0 ORDER BY id",
          "SELECT id FROM %s FINAL WHERE note IS NULL AND p != 'p2' ORDER BY p, id",
          "SELECT id, v FROM %s FINAL WHERE at >= '2026-02-01' AND id %% 3 = 1 ORDER BY p, id",
          "SELECT p FROM %s FINAL GROUP BY p ORDER BY p",
          "SELECT sum(a.v), count() FROM %1$s AS a FINAL JOIN (SELECT p, max(v) AS m FROM %1$s"
              + " FINAL WHERE flag = 1 GROUP BY p) AS b ON a.p = b.p",
          "SELECT count() FROM numbers(40) WHERE number IN (SELECT id FROM %s FINAL WHERE flag ="
              + " 1)");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse(RandomSource random) {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      compare(engine, random);
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server, RandomSource random) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "latest")) {
      compare(scratch.engine(), random);
      refuses(scratch.engine());
    }
  }

  private static void compare(Twinhouse engine, RandomSource random) {
    String columns =
        " (p LowCardinality(String), id UInt32, name String, note Nullable(String), flag UInt8, at"
            + " DateTime64(3, 'UTC'), v Int64) ENGINE = ReplacingMergeTree";
    String key = " PARTITION BY toYYYYMM(at) ORDER BY (p, id)";
    engine.execute("CREATE TABLE plain" + columns + "(v)" + key);
    engine.execute("CREATE TABLE marked" + columns + "(v, flag)" + key);
    List<String> rows = new ArrayList<>();
    for (int version = 1; version <= ROWS; version++) {
      String note = random.oneIn(3) ? "NULL" : "'n" + random.between(0, 4) + "'";
      rows.add(
          "('p%d', %d, 'x%d', %s, %d, '2026-%02d-03 00:00:00', %d)"
              .formatted(
                  random.between(0, 3),
                  random.between(0, 40),
                  random.between(0, 9),
                  note,
                  random.oneIn(4) ? 1 : 0,
                  random.between(1, 4),
                  version));
      if (rows.size() == 100) {
        engine.execute("INSERT INTO plain VALUES " + String.join(", ", rows));
        engine.execute("INSERT INTO marked VALUES " + String.join(", ", rows));
        rows.clear();
      }
    }
    boolean embedded = engine.storage().capabilities().contains(Capability.SCAN);
    for (String table : List.of("plain", "marked")) {
      for (String query : QUERIES) {
        String sql = query.formatted(table);
        try (QueryResult grouped = ask(engine, sql, Rewrites.Latest.ARG_MAX);
            QueryResult merged = ask(engine, sql, Rewrites.Latest.FINAL)) {
          assertThat(grouped.rows()).as(sql).isNotEmpty().isEqualTo(merged.rows());
          assertThat(grouped.notes().toString())
              .as(sql)
              .contains(embedded ? "is read as FINAL" : "grouped by [p, id] with argMax by v");
          assertThat(merged.notes()).as(sql).isEmpty();
        }
      }
    }
    String versions = "SELECT count() FROM plain";
    try (QueryResult all = ask(engine, versions, Rewrites.Latest.ARG_MAX);
        QueryResult untouched = ask(engine, versions, Rewrites.Latest.FINAL)) {
      assertThat(all.rows()).isEqualTo(untouched.rows());
      assertThat(all.notes()).isEmpty();
    }
  }

  private static void refuses(Twinhouse engine) {
    engine.execute(
        "CREATE TABLE unversioned (k UInt8, x UInt8) ENGINE = ReplacingMergeTree ORDER BY k;"
            + "CREATE TABLE summed (k UInt8, x UInt8) ENGINE = SummingMergeTree ORDER BY k;"
            + "CREATE TABLE computed (k UInt8, v UInt8) ENGINE = ReplacingMergeTree(v) ORDER BY"
            + " (k, intDiv(k, 2))");
    Map<String, String> reasons =
        Map.of(
            "unversioned", "declares no version column",
            "summed", "is a SummingMergeTree",
            "computed", "sorts by intDiv(k, 2)");
    reasons.forEach(
        (table, reason) -> {
          String sql = "SELECT count() FROM " + table + " FINAL";
          assertThatThrownBy(() -> ask(engine, sql, Rewrites.Latest.ARG_MAX).close())
              .hasMessageContaining("Can't read the newest versions by argMax")
              .hasMessageContaining(reason);
          ask(engine, sql, Rewrites.Latest.FINAL).close();
        });
  }

  private static QueryResult ask(Twinhouse engine, String sql, Rewrites.Latest latest) {
    Metric metric = Metric.named("m").sql(sql).latest(latest).guard(Rewrites.Guard.OFF).build();
    return engine.query(metric.request(Map.of()));
  }
}
