// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of a table that replaces versions, against the real server: what plain reads and
 * reads with FINAL show after each insert, merge and truncation.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class ReplacingGoldenTest {

  private static final List<String> PARTITIONS = List.of("9", "10", "201", "30");

  @RepeatedTest(12)
  void historiesShowWhatTheServerShows(
      ClickHouseHttp server, RandomSource random, @TempDir Path place) {
    boolean versioned = !random.oneIn(4);
    boolean tombstones = versioned && random.oneIn(2);
    boolean partitioned = random.oneIn(2);
    String table = "history_" + random.between(0, 1 << 30);
    List<String> arguments = new ArrayList<>();
    if (versioned) {
      arguments.add("v");
    }
    if (tombstones) {
      arguments.add("gone");
    }
    server.query(
        "CREATE TABLE "
            + table
            + " (k String, k2 UInt8, v Int32, gone UInt8, p UInt16, x String) ENGINE ="
            + " ReplacingMergeTree("
            + String.join(", ", arguments)
            + ")"
            + (partitioned ? " PARTITION BY p" : "")
            + " ORDER BY (k, k2)");
    server.query("SYSTEM STOP MERGES " + table);
    String url = random.oneIn(2) ? "arrow:memory:" : "arrow:" + place;
    History history = new History(server, table, url, arguments, partitioned);
    try {
      for (int step = 0; step < 8; step++) {
        history.step(random, step);
        history.compare();
      }
    } finally {
      history.house.close();
      server.query("DROP TABLE " + table);
    }
  }

  /** One table in both houses. */
  private static final class History {

    private final ClickHouseHttp server;
    private final String table;
    private final String url;
    private final List<String> log = new ArrayList<>();
    private final TableDefinition definition;
    private TestHouse house;

    History(
        ClickHouseHttp server,
        String table,
        String url,
        List<String> arguments,
        boolean partitioned) {
      this.server = server;
      this.table = table;
      this.url = url;
      this.house = TestHouse.open(url);
      this.definition =
          house.create(
              "t",
              "ReplacingMergeTree",
              arguments,
              List.of("k", "k2"),
              partitioned ? "p" : null,
              "k String",
              "k2 UInt8",
              "v Int32",
              "gone UInt8",
              "p UInt16",
              "x String");
    }

    void step(RandomSource random, int step) {
      int action = random.between(0, 9);
      if (action == 0) {
        log.add("optimize");
        server.query("SYSTEM START MERGES " + table);
        server.query("OPTIMIZE TABLE " + table + " FINAL");
        server.query("SYSTEM STOP MERGES " + table);
        house.storage().optimize(definition.name(), MergeRequest.plain(true));
      } else if (action == 1 && random.oneIn(3)) {
        log.add("truncate");
        server.query("TRUNCATE TABLE " + table);
        house.storage().truncate(definition.name());
      } else if (action == 2 && !url.endsWith("memory:")) {
        log.add("reopen");
        house.close();
        house = TestHouse.open(url);
      } else {
        insert(random, step);
      }
    }

    private void insert(RandomSource random, int step) {
      List<List<Object>> rows = new ArrayList<>();
      int count = random.between(1, 12);
      for (int i = 0; i < count; i++) {
        rows.add(
            List.of(
                "k" + random.between(0, 3),
                (long) random.between(0, 1),
                (long) random.between(-1, 3),
                random.oneIn(3) ? 1L : 0L,
                Long.parseLong(random.pick(PARTITIONS)),
                step + "." + i));
      }
      String values =
          rows.stream()
              .map(
                  row ->
                      row.stream()
                          .map(v -> v instanceof String ? "'" + v + "'" : v.toString())
                          .collect(Collectors.joining(",", "(", ")")))
              .collect(Collectors.joining(","));
      log.add("insert " + values);
      server.query("INSERT INTO " + table + " VALUES " + values);
      house.insert(definition, rows);
    }

    void compare() {
      for (String form : List.of("", " FINAL")) {
        List<List<String>> expected =
            new ArrayList<>(server.rows("SELECT * FROM " + table + form).rows());
        expected.sort((a, b) -> a.toString().compareTo(b.toString()));
        assertThat(house.read(definition, !form.isEmpty()))
            .as("%s after %s", form, String.join("\n", log))
            .isEqualTo(expected);
      }
    }
  }
}
