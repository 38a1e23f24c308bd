// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.history;

import io.twinhouse.testkit.RandomSource;
import java.util.List;

/**
 * Draws the life of one table whose rows of a key come together: by sign, by sign and version, or
 * to the last values that are not NULL. Keys and versions are few, so that rows without a partner,
 * too many of a kind and rows in several partitions are common. One thread.
 */
final class FoldedHistory extends DrawnHistory {

  private static final List<String> ENGINES =
      List.of(
          "CollapsingMergeTree(s)",
          "VersionedCollapsingMergeTree(s, v)",
          "CoalescingMergeTree",
          "CoalescingMergeTree((x, t))");

  private static final List<String> KEYS =
      List.of("(k, k2)", "(k2, k)", "(lower(k), k2)", "k2", "(v, k)");

  private static final List<String> PARTITIONS = List.of("", "", "p", "p % 2", "toString(p)");

  private static final List<String> QUERIES =
      List.of(
          "SELECT count(), sum(s), sum(v) FROM % FINAL",
          "SELECT * FROM % FINAL WHERE x > 4 ORDER BY ALL",
          "SELECT k, x FROM % FINAL WHERE v != 2 ORDER BY ALL",
          "SELECT * FROM % FINAL WHERE k2 = 1 ORDER BY ALL",
          "SELECT x FROM % FINAL WHERE k IN ('k0', 'K2') AND t != '' ORDER BY ALL",
          "SELECT t FROM % FINAL WHERE s = 1 ORDER BY ALL",
          "SELECT k, sum(s), sum(x * s) FROM % GROUP BY k ORDER BY k",
          "SELECT count() FROM % SETTINGS final = 1",
          "SELECT * FROM % ORDER BY ALL");

  private final String definition;

  FoldedHistory(RandomSource random, String table) {
    super(random, table, 12);
    String partition = random.pick(PARTITIONS);
    this.definition =
        "CREATE TABLE "
            + table
            + " (k String, k2 UInt8, s Int8, v UInt16, p UInt16, x Nullable(Int32),"
            + " t LowCardinality(Nullable(String))) ENGINE = "
            + random.pick(ENGINES)
            + (partition.isEmpty() ? "" : " PARTITION BY " + partition)
            + " ORDER BY "
            + random.pick(KEYS)
            // merges happen when the history says so, be the server idle or busy
            + " SETTINGS max_bytes_to_merge_at_max_space_in_pool = 1,"
            + " max_bytes_to_merge_at_min_space_in_pool = 1";
  }

  @Override
  public String definition() {
    return definition;
  }

  @Override
  public String change() {
    int dice = random.between(1, 100);
    if (dice <= 70) {
      return insert();
    }
    if (dice <= 84) {
      return named("OPTIMIZE TABLE % FINAL");
    }
    if (dice <= 90) {
      return named("ALTER TABLE % DELETE WHERE ") + condition();
    }
    return dice <= 96
        ? named("ALTER TABLE % UPDATE x = x + 100 WHERE ") + condition()
        : named("TRUNCATE TABLE %");
  }

  @Override
  List<String> queries() {
    return QUERIES;
  }

  private String condition() {
    return random.pick(
        List.of(
            "k = 'k" + random.between(0, 3) + "'",
            "k2 = " + random.between(0, 1) + " AND s = -1",
            "v = " + random.between(0, 3),
            "p = 9"));
  }

  @Override
  String insertedColumns() {
    return "";
  }

  @Override
  String row(int x) {
    return String.join(
        ", ",
        "(" + key(2),
        Integer.toString(random.between(0, 1)),
        random.oneIn(2) ? "1" : "-1",
        Integer.toString(random.between(0, 3)),
        random.pick(List.of("9", "10", "201")),
        random.oneIn(2) ? "NULL" : Integer.toString(x),
        random.oneIn(2) ? "NULL)" : "'t" + x + "')");
  }
}
