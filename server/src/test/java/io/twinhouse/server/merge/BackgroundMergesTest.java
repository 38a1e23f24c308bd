// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many small inserts do not stay many small parts, whatever else is done meanwhile. */
@ExtendWith(Seed.class)
final class BackgroundMergesTest {

  private static final int INSERTS = 120;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static long number(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return ((Number) result.rows().get(0).get(0)).longValue();
    }
  }

  private static long parts(Twinhouse engine, String table) {
    return number(
        engine, "SELECT count() FROM system.parts WHERE active AND table = '" + table + "'");
  }

  private static void requireFewerParts(Twinhouse engine, String table, int parts)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (parts(engine, table) >= parts && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(parts(engine, table)).isLessThan(parts);
  }

  private static void requireSound(Path store) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(store), new FormatV1(), memory)).isEmpty();
    }
  }

  @Test
  void smallPartsAreMergedWhileRowsComeAndGo(@TempDir Path place)
      throws IOException, InterruptedException {
    leaks.watchFiles(place);
    try (Twinhouse engine = Twinhouse.open("arrow:" + place)) {
      engine.execute("CREATE TABLE t (k UInt32, s String) ENGINE = MergeTree ORDER BY k");
      for (int i = 0; i < INSERTS; i++) {
        engine.execute("INSERT INTO t SELECT number, '" + i + "' FROM numbers(10)");
        assertThat(number(engine, "SELECT uniqExact(k, s) FROM t WHERE s != '5'"))
            .isEqualTo(10L * (i < 5 ? i + 1 : i));
        if (i == 60) {
          engine.execute("ALTER TABLE t DELETE WHERE s = '5'");
        }
      }
      requireFewerParts(engine, "t", 40);
    }
    requireSound(place);
    try (Twinhouse engine = Twinhouse.open("arrow:" + place)) {
      assertThat(number(engine, "SELECT count() FROM t")).isEqualTo(10L * (INSERTS - 1));
    }
  }

  @Test
  void anOptionLeavesPartsAsTheyAre(@TempDir Path place) {
    leaks.watchFiles(place);
    try (Twinhouse engine =
        Twinhouse.at("arrow:" + place).option("background_merges", "0").open()) {
      engine.execute("CREATE TABLE t (k UInt32) ENGINE = MergeTree ORDER BY k");
      for (int i = 0; i < 40; i++) {
        engine.execute("INSERT INTO t VALUES (" + i + ")");
      }
      assertThat(parts(engine, "t")).isEqualTo(40);
    }
  }

  @Test
  void stoppedMergesWaitUntilTheyAreAllowed(@TempDir Path place) throws InterruptedException {
    leaks.watchFiles(place);
    try (Twinhouse engine = Twinhouse.open("arrow:" + place)) {
      engine.execute("CREATE TABLE t (k UInt32) ENGINE = MergeTree ORDER BY k");
      engine.execute("SYSTEM STOP MERGES");
      for (int i = 0; i < 60; i++) {
        engine.execute("INSERT INTO t VALUES (" + i + ")");
      }
      assertThat(parts(engine, "t")).isEqualTo(60);
      assertThatThrownBy(() -> engine.execute("ALTER TABLE t DELETE WHERE k = 1"))
          .hasMessageContaining("SYSTEM START MERGES first");
      engine.execute("SYSTEM START MERGES t");
      requireFewerParts(engine, "t", 40);
      assertThat(number(engine, "SELECT count() FROM t")).isEqualTo(60);
    }
  }

  private static Object answer(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }

  /** What FINAL answers is what it answers of a table that nobody merges, at every moment. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ReplacingMergeTree(v, d) PARTITION BY k % 2|k, v, d, s|",
        "ReplacingMergeTree|k, v, d, s|",
        "ReplacingMergeTree(v)|k, v, d, s|DELETE FROM %s WHERE k = 7",
        "SummingMergeTree(v)|k, v|",
        "AggregatingMergeTree|k, a|",
      })
  void finalAnswersStay(
      String engineClause, String columns, String between, RandomSource random, @TempDir Path place)
      throws IOException, InterruptedException {
    leaks.watchFiles(place);
    String create =
        "(k UInt32, v UInt32, d UInt8, s String, a SimpleAggregateFunction(max, UInt32)) ENGINE = "
            + engineClause
            + " ORDER BY k SETTINGS allow_dimensions_outside_sorting_key = 1";
    String rows = "SELECT " + columns + " FROM %s FINAL ORDER BY k";
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("merged"));
        Twinhouse still = Twinhouse.open("arrow:memory:")) {
      engine.execute("CREATE TABLE t " + create);
      still.execute("CREATE TABLE t " + create);
      for (int i = 0; i < INSERTS; i++) {
        int first = random.between(0, 60);
        int version = random.between(0, 9);
        String insert =
            "INSERT INTO t SELECT number + %d, %d, number %% 5 = 0, '%d', %d FROM numbers(20)"
                .formatted(first, version, i, i % 50);
        engine.execute(insert);
        still.execute(insert);
        if (between != null && i % 30 == 29) {
          engine.execute(between.formatted("t"));
          still.execute(between.formatted("t"));
        }
        assertThat(answer(engine, rows.formatted("t")))
            .as("after insert " + i)
            .isEqualTo(answer(still, rows.formatted("t")));
      }
      requireFewerParts(engine, "t", 60);
    }
    requireSound(place.resolve("merged"));
  }
}
