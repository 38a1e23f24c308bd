// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Reads look at the granules that hold what they ask for: as few as the real server's indexes leave
 * of 124, by key, partition, and values that have a skip index there.
 */
@RequiresClickHouse
final class GranulesReadTest {

  private static final List<String> TABLE =
      List.of(
          "DROP DATABASE IF EXISTS granules",
          "CREATE DATABASE granules",
          "CREATE TABLE granules.t (p UInt8, k UInt64, s String, v UInt32, z String, INDEX vi v"
              + " TYPE set(0) GRANULARITY 1, INDEX zb z TYPE bloom_filter(0.001) GRANULARITY 1)"
              + " ENGINE = MergeTree PARTITION BY p ORDER BY (k, s) SETTINGS index_granularity ="
              + " 8192, index_granularity_bytes = 0",
          "INSERT INTO granules.t SELECT number % 2, intDiv(number, 2), concat('s', toString(number"
              + " % 7)), intDiv(number, 5000), concat('z', toString(intDiv(number, 3000)))"
              + " FROM numbers(1000000)",
          "OPTIMIZE TABLE granules.t FINAL");

  private static final List<String> CONDITIONS =
      List.of(
          "k = 77777",
          "k = 8192",
          "k = 999999999",
          "k = 77777 OR k = 300000",
          "k BETWEEN 100000 AND 150000",
          "k > 499000",
          "k < 10",
          "NOT (k > 10)",
          "k != 5",
          "k IN (5, 6, 7, 8)",
          "k IN (5, 100000, 300000)",
          "k = 77777 AND s = 's3'",
          "k >= 200000 AND k < 200001 AND s > 's1'",
          "p = 1",
          "p = 1 AND k = 400000",
          "v = 50",
          "v IN (3, 190)",
          "v = 15 AND k < 30000",
          "z = 'z100'",
          "z = 'absent'",
          "p IN (1) AND z IN ('z1', 'z333')",
          "s = 's3'");

  private static final Pattern LEFT = Pattern.compile("Granules: (\\d+)/\\d+");

  @Test
  void noMoreThanTheServersIndexesLeave(ClickHouseHttp server) {
    List<String> more = new ArrayList<>();
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      for (String statement : TABLE) {
        server.query(statement);
        house.execute(statement);
      }
      for (String condition : CONDITIONS) {
        String query = "SELECT p, k, s, v, z FROM granules.t WHERE " + condition;
        long theirs = granulesLeft(server.query("EXPLAIN indexes = 1 " + query));
        long needed = needed(server, condition);
        long ours = granulesRead(house, query);
        assertThat(granulesLeft(explained(house, query))).as(query).isEqualTo(ours);
        if (ours > theirs || ours < needed) {
          more.add(condition + ": " + ours + ", server " + theirs + ", needed " + needed);
        }
      }
      assertThat(house.memory().reservedBytes()).isPositive();
    }
    assertThat(more).isEmpty();
  }

  /** The last index says what is left to read. */
  private static long granulesLeft(String explained) {
    Matcher matcher = LEFT.matcher(explained);
    long left = -1;
    while (matcher.find()) {
      left = Long.parseLong(matcher.group(1));
    }
    assertThat(left).as(explained).isNotNegative();
    return left;
  }

  private static long needed(ClickHouseHttp server, String condition) {
    String query =
        "SELECT uniqExact(_part, intDiv(_part_offset, 8192)) FROM granules.t WHERE " + condition;
    return Long.parseLong(server.query(query).trim());
  }

  private static String explained(Twinhouse house, String query) {
    try (QueryResult result = house.query("EXPLAIN indexes = 1 " + query)) {
      return result.rows().toString();
    }
  }

  private static long granulesRead(Twinhouse house, String query) {
    try (QueryResult result = house.query(query)) {
      while (result.next() != null) {
        // read to the end
      }
      return result.statistics().readGranules();
    }
  }
}
