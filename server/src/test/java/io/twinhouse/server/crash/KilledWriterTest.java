// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer is killed in the middle of inserts, merges, mutations and drops, of tables of engine
 * Join and Set too; whoever opens the store next finds every acknowledged change whole, the last
 * one whole or not at all, and nothing broken. {@code -Dtwinhouse.crashes=300} kills more often.
 */
@ExtendWith(Seed.class)
final class KilledWriterTest {

  private static final int CRASHES = Integer.getInteger("twinhouse.crashes", 4);

  @Test
  void acknowledgedChangesSurvive(RandomSource random, @TempDir Path place, TestReporter reporter)
      throws Exception {
    Path store = place.resolve("store");
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      engine.execute(CrashStep.TABLE);
      engine.execute(CrashStep.OTHER);
      engine.execute(CrashStep.JOINED);
      engine.execute(CrashStep.SET);
    }
    CrashHistory history = new CrashHistory();
    for (int crash = 1; crash <= CRASHES; crash++) {
      runAndKill(store, random, history);
      requireSound(store, crash);
      requireState(store, history, crash);
    }
    reporter.publishEntry(
        Map.of("crashes", Integer.toString(CRASHES), "changes", Long.toString(history.steps())));
    assertThat(history.steps()).isGreaterThan(CRASHES);
  }

  private static void runAndKill(Path store, RandomSource random, CrashHistory history)
      throws Exception {
    Path errors = store.resolveSibling("errors");
    Process writer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashWorkload.class.getName(),
                    store.toString(),
                    Long.toString(random.anyLong()),
                    Long.toString(history.next())))
            .redirectError(errors.toFile())
            .start();
    // counted from a change on, so that a slow start only makes the test slow
    int lastChange = random.between(2, 14);
    long delay = TimeUnit.MICROSECONDS.toNanos(random.between(0, 60_000));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).as("%s", said(errors)).isEqualTo("ready");
      int begun = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        history.line(line);
        if (line.startsWith("try ") && ++begun == lastChange) {
          kill(writer, delay);
        }
      }
    }
    assertThat(writer.waitFor()).as("killed, not failed: %s", said(errors)).isNotIn(0, 1);
  }

  /** Later, while lines are read on. */
  private static void kill(Process writer, long delay) {
    Thread killer =
        new Thread(
            () -> {
              LockSupport.parkNanos(delay);
              writer.toHandle().destroyForcibly();
            });
    killer.setDaemon(true);
    killer.start();
  }

  /** What the writer has complained of, read when it is to be shown. */
  private static Object said(Path errors) {
    return new Object() {
      @Override
      public String toString() {
        try {
          return Files.readString(errors);
        } catch (IOException e) {
          return e.toString();
        }
      }
    };
  }

  private static void requireSound(Path store, int crash) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(store), new FormatV1(), memory))
          .as("check after crash " + crash)
          .isEmpty();
    }
  }

  private static void requireState(Path store, CrashHistory history, int crash) {
    String when = "crash " + crash + ": " + history;
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      engine.execute("ALTER TABLE t ATTACH PARTITION ALL");
      Map<CrashHistory.Place, Long> found = new HashMap<>();
      addRows(found, engine, "t", CrashHistory.Home.TABLE, when);
      addRows(found, engine, "other", CrashHistory.Home.OTHER_TABLE, when);
      addJoined(found, engine, when);
      addSet(found, engine, history.next());
      if (!found.equals(CrashHistory.attached(history.acknowledged()))) {
        assertThat(found).as(when).isEqualTo(CrashHistory.attached(history.after()));
      }
      history.adopt(found);
    }
  }

  private static void addRows(
      Map<CrashHistory.Place, Long> found,
      Twinhouse engine,
      String table,
      CrashHistory.Home home,
      String when) {
    String all = "SELECT id, p, count(), uniqExact(seq) FROM " + table + " GROUP BY id, p";
    for (List<@Nullable Object> row : rows(engine, all)) {
      long count = number(row.get(2));
      assertThat(number(row.get(3))).as(when + ": rows once").isEqualTo(count);
      int partition = Math.toIntExact(number(row.get(1)));
      found.put(new CrashHistory.Place(number(row.get(0)), partition, home), count);
    }
    String broken =
        "SELECT countIf(s != concat('row ', toString(id), ' ', toString(seq)) OR p != seq % 3),"
            + " (SELECT count() FROM (SELECT id FROM "
            + table
            + " GROUP BY id, p HAVING min(x) != max(x))) FROM "
            + table;
    List<@Nullable Object> none = rows(engine, broken).get(0);
    assertThat(number(none.get(0))).as(when + ": changed rows").isZero();
    assertThat(number(none.get(1))).as(when + ": half updates").isZero();
  }

  private static void addJoined(
      Map<CrashHistory.Place, Long> found, Twinhouse engine, String when) {
    String all =
        "SELECT id, count(), uniqExact(seq),"
            + " countIf(s != concat('row ', toString(id), ' ', toString(seq))) FROM j GROUP BY id";
    for (List<@Nullable Object> row : rows(engine, all)) {
      long count = number(row.get(1));
      assertThat(number(row.get(2))).as(when + ": joined rows once").isEqualTo(count);
      assertThat(number(row.get(3))).as(when + ": changed joined rows").isZero();
      found.put(new CrashHistory.Place(number(row.get(0)), 0, CrashHistory.Home.JOINED), count);
    }
  }

  /** A set is asked for all rows that it could have. */
  private static void addSet(Map<CrashHistory.Place, Long> found, Twinhouse engine, long inserts) {
    String all =
        "SELECT intDiv(number, "
            + CrashStep.MOST_IN_SET
            + ") AS id, count() FROM numbers("
            + inserts * CrashStep.MOST_IN_SET
            + ") WHERE (toUInt64(id), toUInt32(number % "
            + CrashStep.MOST_IN_SET
            + ")) IN z GROUP BY id";
    for (List<@Nullable Object> row : rows(engine, all)) {
      found.put(
          new CrashHistory.Place(number(row.get(0)), 0, CrashHistory.Home.SET), number(row.get(1)));
    }
  }

  private static List<List<@Nullable Object>> rows(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }

  private static long number(@Nullable Object value) {
    assertThat(value).isInstanceOf(Number.class);
    return value == null ? 0 : ((Number) value).longValue();
  }
}
