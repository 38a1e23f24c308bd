// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mutations of parts of several slices do what is asked, and take no more for more rows. */
final class SlicedMutationTest {

  private static final String COLUMNS =
      "(k UInt64, n Nullable(String), s String, b String, v UInt32, a Array(String), j JSON,"
          + " t DateTime)";

  private static String insert(int rows) {
    return "INSERT INTO t SELECT number AS k, if(k % 5 = 0, NULL, toString(k % 700)), concat('s',"
        + " toString(k % 3)), repeat(toString(k % 5000), 9), k % 1000, [toString(k % 11), 'x'],"
        + " concat('{\"a\":', toString(k % 9), if(k < 70000, ',\"p\":\"x\"', ''), '}'), if(k"
        + " % 4 = 1, '2020-01-01 00:00:00', '2100-01-01 00:00:00') FROM numbers("
        + rows
        + ")";
  }

  private static String answer(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows().toString();
    }
  }

  private static void create(Twinhouse engine, int rows) {
    engine.execute("CREATE TABLE t " + COLUMNS + " ENGINE = MergeTree ORDER BY k");
    engine.execute(insert(rows));
  }

  private static void requireSound(Path store) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(store), new FormatV1(), memory)).isEmpty();
    }
  }

  /** The rows that a mutation leaves, as a query computes them of the rows before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t DELETE WHERE v % 7 = 3|WHERE v % 7 != 3|",
        "ALTER TABLE t DELETE WHERE k < 140000|WHERE k >= 140000|",
        "DELETE FROM t WHERE n = '17' OR s = 's1'|WHERE NOT (ifNull(n, '') = '17' OR s = 's1')|",
        "ALTER TABLE t DELETE WHERE 1|WHERE k > 150000|",
        "ALTER TABLE t DELETE WHERE v > 1000|WHERE 1|",
        "ALTER TABLE t UPDATE v = v + k, n = s WHERE k % 3 = 1 OR k = 65536"
            + "|WHERE 1|v + if(k % 3 = 1 OR k = 65536, k, 0) AS w, if(w = v, n, s) AS m",
        "ALTER TABLE t UPDATE b = 'new' WHERE k >= 131072|WHERE 1"
            + "|v AS w, n AS m, if(k >= 131072, 'new', b) AS c",
      })
  void whatIsAskedForIsDone(String mutation, String left, String changed, @TempDir Path place)
      throws IOException {
    Path store = place.resolve("store");
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      create(engine, 150_000);
      String after = changed == null ? "v AS w, n AS m" : changed;
      String text = after.contains(" AS c") ? "c" : "b";
      String expected =
          answer(
              engine,
              "SELECT count(), sum(cityHash64(k, m, s, "
                  + text
                  + ", w, a, j.a::Nullable(Int64), j.p::Nullable(String))) FROM (SELECT *, "
                  + after
                  + " FROM t) "
                  + left);
      engine.execute(mutation);
      assertThat(
              answer(
                  engine,
                  "SELECT count(), sum(cityHash64(k, n, s, b, v, a, j.a::Nullable(Int64),"
                      + " j.p::Nullable(String))) FROM t"))
          .isEqualTo(expected);
      // in order of the key still
      assertThat(answer(engine, "SELECT count() FROM t WHERE k BETWEEN 100000 AND 100999"))
          .isEqualTo(answer(engine, "SELECT countIf(k >= 100000 AND k <= 100999) FROM t"));
    }
    requireSound(store);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t DELETE WHERE v % 7 = 3",
        "ALTER TABLE t UPDATE v = v + 1, b = concat(s, '!') WHERE k % 3 = 1",
        "ALTER TABLE t MODIFY COLUMN v UInt64",
        "ALTER TABLE t MODIFY TTL t + INTERVAL 1 DAY",
      })
  void eightTimesTheRowsTakeNoMoreMemory(String mutation, @TempDir Path place) {
    long few = peak(place.resolve("few"), 70_000, mutation);
    long many = peak(place.resolve("many"), 560_000, mutation);
    assertThat((double) many / few).as(few + " and " + many + " bytes").isLessThan(1.25);
  }

  /** Without what stays: dictionaries grow with the strings that there are. */
  private static long peak(Path store, int rows, String mutation) {
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      create(engine, rows);
    }
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      engine.execute(mutation);
      return engine.memory().peakBytes() - engine.memory().reservedBytes();
    }
  }

  @Test
  void aMutationThatFailsLeavesNothing(@TempDir Path place) throws IOException {
    Path store = place.resolve("store");
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      create(engine, 150_000);
      String before = answer(engine, "SELECT count(), sum(v) FROM t");
      assertThat(
              failure(engine, "ALTER TABLE t UPDATE v = throwIf(k = 140000, 'no') + 1 WHERE k > 9"))
          .contains("no");
      assertThat(answer(engine, "SELECT count(), sum(v) FROM t")).isEqualTo(before);
      assertThat(answer(engine, "SELECT count() FROM system.parts WHERE active AND table = 't'"))
          .isEqualTo("[[1]]");
    }
    requireSound(store);
  }

  private static String failure(Twinhouse engine, String statement) {
    try {
      engine.execute(statement);
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
    return "";
  }
}
