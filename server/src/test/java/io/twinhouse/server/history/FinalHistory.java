// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.history;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the life of one table of ReplacingMergeTree: its definition, changes, and queries to ask
 * after each. Keys, versions and partitions are few, so that ties, tombstones and rows that move to
 * another partition are common. One thread.
 */
final class FinalHistory extends DrawnHistory {

  private static final List<String> VERSION_TYPES =
      List.of("Int32", "UInt8", "UInt64", "Int64", "DateTime('UTC')", "Float64", "Date");

  private static final List<String> KEYS =
      List.of("(k, k2)", "(k2, k)", "(lower(k), k2)", "(toString(k2), k)", "k2");

  private static final List<String> PARTITIONS = List.of("p", "p % 2", "(p, k2)", "toString(p)");

  private static final List<String> QUERIES =
      List.of(
          "SELECT count(), sum(x), max(v) FROM % FINAL",
          "SELECT * FROM % FINAL WHERE x > 4 ORDER BY ALL",
          "SELECT k, x FROM % FINAL WHERE modulo(x, 4) = 2 ORDER BY ALL",
          "SELECT * FROM % FINAL WHERE k2 = 1 ORDER BY ALL",
          "SELECT * FROM % FINAL PREWHERE k2 = 1 ORDER BY ALL",
          "SELECT x FROM % FINAL WHERE k IN ('k0', 'K2') AND gone = 0 ORDER BY ALL",
          "SELECT p, count() FROM % FINAL GROUP BY p ORDER BY p",
          "SELECT * FROM % FINAL ORDER BY ALL"
              + " SETTINGS do_not_merge_across_partitions_select_final = 1",
          "SELECT count(), sum(x) FROM % SETTINGS final = 1",
          "SELECT * FROM % FINAL WHERE p = 9 ORDER BY ALL",
          "SELECT uniqExact(k, k2), count() FROM % FINAL WHERE NOT gone",
          "SELECT a.x, b.x FROM % AS a FINAL JOIN % AS b FINAL ON a.k = b.k ORDER BY ALL",
          "SELECT * FROM % ORDER BY ALL");

  private final boolean versioned;
  private final boolean tombstones;
  private final String versionType;
  private final String partition;
  private final String definition;

  FinalHistory(RandomSource random, String table) {
    super(random, table, 10);
    this.versioned = !random.oneIn(4);
    this.tombstones = versioned && random.oneIn(2);
    this.versionType = random.pick(VERSION_TYPES);
    this.partition = random.oneIn(2) ? random.pick(PARTITIONS) : "";
    String arguments = versioned ? (tombstones ? "v, gone" : "v") : "";
    this.definition =
        "CREATE TABLE "
            + table
            + " (k String, k2 UInt8, v "
            + versionType
            + ", gone UInt8, p UInt16, x Int32, s LowCardinality(String) DEFAULT concat(k, '!')) "
            + "ENGINE = ReplacingMergeTree("
            + arguments
            + ")"
            + (partition.isEmpty() ? "" : " PARTITION BY " + partition)
            + " ORDER BY "
            + random.pick(KEYS)
            // merges happen when the history says so
            + " SETTINGS max_bytes_to_merge_at_max_space_in_pool = 1,"
            + " enable_block_number_column = 1, enable_block_offset_column = 1,"
            + " allow_experimental_replacing_merge_with_cleanup = 1";
  }

  @Override
  public String definition() {
    return definition;
  }

  @Override
  public String change() {
    int dice = random.between(1, 100);
    if (dice <= 62) {
      return insert();
    }
    if (dice <= 76) {
      return named("OPTIMIZE TABLE %")
          + oneOf("", partitionClause())
          + " FINAL"
          + oneOf("", cleanup());
    }
    if (dice <= 81) {
      return named("ALTER TABLE % DELETE WHERE ") + condition();
    }
    if (dice <= 86) {
      return named("DELETE FROM % WHERE ") + condition();
    }
    if (dice <= 90) {
      return named("ALTER TABLE % UPDATE x = x + 100 WHERE ") + condition();
    }
    if (dice <= 95) {
      return named("UPDATE % SET x = x + 1000, s = 'new' WHERE ") + condition();
    }
    return dice <= 98 && !partition.isEmpty()
        ? named("ALTER TABLE % DROP") + partitionClause()
        : named("TRUNCATE TABLE %");
  }

  @Override
  List<String> queries() {
    return QUERIES;
  }

  private String oneOf(String first, String second) {
    return random.oneIn(2) ? first : second;
  }

  private String cleanup() {
    return tombstones ? " CLEANUP" : "";
  }

  private String partitionClause() {
    int p = random.pick(List.of(9, 10, 201));
    return switch (partition) {
      case "" -> "";
      case "p" -> " PARTITION " + p;
      case "p % 2" -> " PARTITION " + p % 2;
      case "(p, k2)" -> " PARTITION (" + p + ", " + random.between(0, 1) + ")";
      default -> " PARTITION '" + p + "'";
    };
  }

  private String condition() {
    return random.pick(
        List.of(
            "k = 'k" + random.between(0, 3) + "'",
            "k2 = " + random.between(0, 1) + " AND x % 3 = 0",
            "v = " + version(random.between(0, 3)),
            "gone = 1",
            "p = 9",
            "x > " + random.between(0, 60)));
  }

  private String version(int version) {
    return versionType.startsWith("Date") ? "toDate(" + version + ")" : Integer.toString(version);
  }

  @Override
  String insertedColumns() {
    return " (k, k2, v, gone, p, x)";
  }

  @Override
  String row(int x) {
    List<String> values = new ArrayList<>();
    values.add(key(3));
    values.add(Integer.toString(random.between(0, 1)));
    values.add(version(random.between(0, 3)));
    values.add(random.oneIn(3) ? "1" : "0");
    values.add(random.pick(List.of("9", "10", "201", "30")));
    values.add(Integer.toString(x));
    return "(" + String.join(", ", values) + ")";
  }
}
