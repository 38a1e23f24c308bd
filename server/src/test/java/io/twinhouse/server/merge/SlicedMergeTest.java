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

/** Merges of several slices lose nothing, keep the order, and take no more for more rows. */
final class SlicedMergeTest {

  private static final String COLUMNS =
      "(k UInt64, n Nullable(String), s String, b String, v UInt32, a Array(String), j JSON)";

  /** Keys of one insert lie between those of the others, every third is in two of them. */
  private static String insert(int part, int rows) {
    return "INSERT INTO t SELECT intDiv(cityHash64(number + intDiv("
        + part
        + ", 2) * "
        + rows
        + "), 1000000000000) AS k, if(k % 5 = 0, NULL, toString(k % 700)), concat('s', toString("
        + part
        + ")), repeat(toString(k), 9), "
        + part
        + ", [toString(k % 11), 'x'], concat('{\"a\":', toString(k % 9), ',\"p"
        + part % 2
        + "\":\"', toString(number % 50), '\"}') FROM numbers("
        + rows
        + ")";
  }

  private static String answer(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows().toString();
    }
  }

  private static void requireSound(Path store) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(store), new FormatV1(), memory)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MergeTree ORDER BY k|",
        "MergeTree ORDER BY (n, k) SETTINGS allow_nullable_key = 1|",
        "MergeTree ORDER BY tuple()|",
        "MergeTree PARTITION BY k % 2 ORDER BY (s, intDiv(k, 10))|",
        "ReplacingMergeTree(v) ORDER BY k|FINAL",
        "ReplacingMergeTree ORDER BY (k % 50000, n) SETTINGS allow_nullable_key = 1|FINAL",
      })
  void whatIsThereStays(String engineClause, String reading, @TempDir Path place)
      throws IOException {
    String from = " FROM t " + (reading == null ? "" : reading);
    String keys = "SELECT count(), sum(cityHash64(k, n, b, a)), uniqExact(k, n)" + from;
    String values =
        "SELECT count(), sum(cityHash64(s, v)), sum(cityHash64(j.a::Nullable(Int64),"
            + " j.p1::Nullable(String)))"
            + from;
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store"))) {
      engine.execute("CREATE TABLE t " + COLUMNS + " ENGINE = " + engineClause);
      for (int part = 0; part < 4; part++) {
        engine.execute(insert(part, 60_000));
      }
      String before = answer(engine, keys);
      String valuesBefore = answer(engine, values);
      engine.execute("OPTIMIZE TABLE t FINAL");
      assertThat(answer(engine, keys)).isEqualTo(before);
      assertThat(answer(engine, values)).isEqualTo(valuesBefore);
      if (reading != null) {
        assertThat(answer(engine, "SELECT count() FROM t"))
            .isEqualTo(answer(engine, "SELECT count() FROM t FINAL"));
      }
    }
    requireSound(place.resolve("store"));
  }

  @Test
  void sumsAreThoseOfAllParts(@TempDir Path place) {
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store"))) {
      engine.execute(
          "CREATE TABLE t (k UInt32, s String, v UInt64) ENGINE = SummingMergeTree ORDER BY (s,"
              + " k)");
      for (int part = 0; part < 4; part++) {
        engine.execute(
            "INSERT INTO t SELECT cityHash64(number) % 90000, toString(number % 3), number FROM"
                + " numbers(100000)");
      }
      String expected = answer(engine, "SELECT uniqExact(s, k), sum(v) FROM t");
      engine.execute("OPTIMIZE TABLE t FINAL");
      assertThat(answer(engine, "SELECT count(), sum(v) FROM t")).isEqualTo(expected);
    }
  }

  @Test
  void theOrderOfAMergeIsThatOfOneInsert(@TempDir Path place) {
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store"))) {
      String create =
          " "
              + COLUMNS
              + " ENGINE = MergeTree ORDER BY (n, intDiv(k, 7))"
              + " SETTINGS allow_nullable_key = 1";
      engine.execute("CREATE TABLE t" + create);
      engine.execute("CREATE TABLE u" + create);
      for (int part = 0; part < 3; part++) {
        engine.execute(insert(part, 50_000));
      }
      engine.execute("INSERT INTO u SELECT * FROM t ORDER BY v");
      engine.execute("OPTIMIZE TABLE t FINAL");
      engine.execute("OPTIMIZE TABLE u FINAL");
      String rows =
          "SELECT groupArray(cityHash64(k, n, s, v)) = (SELECT groupArray(cityHash64(k, n,"
              + " s, v)) FROM u) FROM t SETTINGS max_threads = 1";
      assertThat(answer(engine, rows)).isEqualTo("[[1]]");
    }
  }

  @Test
  void eightTimesTheRowsTakeNoMoreMemory(@TempDir Path place) {
    long few = peakOfMerge(place.resolve("few"), 40_000);
    long many = peakOfMerge(place.resolve("many"), 320_000);
    assertThat((double) many / few).as(few + " and " + many + " bytes").isLessThan(1.25);
  }

  /** Without what stays: dictionaries grow with the strings that there are. */
  private static long peakOfMerge(Path store, int rows) {
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      engine.execute("CREATE TABLE t " + COLUMNS + " ENGINE = MergeTree ORDER BY k");
      for (int part = 0; part < 3; part++) {
        engine.execute(insert(part, rows));
      }
    }
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      engine.execute("OPTIMIZE TABLE t FINAL");
      return engine.memory().peakBytes() - engine.memory().reservedBytes();
    }
  }
}
