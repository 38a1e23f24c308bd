// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Many small inserts do not stay many small parts, whatever else is done meanwhile. */
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

  @Test
  void smallPartsAreMergedWhileRowsComeAndGo(@TempDir Path place)
      throws IOException, InterruptedException {
    leaks.watchFiles(place);
    try (Twinhouse engine = Twinhouse.open("arrow:" + place)) {
      engine.execute("CREATE TABLE t (k UInt32, s String) ENGINE = MergeTree ORDER BY k");
      engine.execute("CREATE TABLE r (k UInt32, s String) ENGINE = ReplacingMergeTree ORDER BY k");
      for (int i = 0; i < INSERTS; i++) {
        engine.execute("INSERT INTO t SELECT number, '" + i + "' FROM numbers(10)");
        assertThat(number(engine, "SELECT uniqExact(k, s) FROM t WHERE s != '5'"))
            .isEqualTo(10L * (i < 5 ? i + 1 : i));
        if (i == 60) {
          engine.execute("ALTER TABLE t DELETE WHERE s = '5'");
        }
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (parts(engine, "t") >= 40 && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
      assertThat(parts(engine, "t")).isLessThan(40);
      for (int i = 0; i < 20; i++) {
        engine.execute("INSERT INTO r VALUES (1, 'a'), (2, 'b')");
      }
      assertThat(number(engine, "SELECT count() FROM r")).as("rows that FINAL hides").isEqualTo(40);
    }
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(place), new FormatV1(), memory)).isEmpty();
    }
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
}
