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

  private static final List<String> TIMES =
      List.of(
          "DROP DATABASE IF EXISTS granules",
          "CREATE DATABASE granules",
          "CREATE TABLE granules.t (at DateTime('UTC'), there DateTime('Europe/Berlin'), fine"
              + " DateTime64(3, 'UTC'), day Date, unsaid DateTime, i Int64, u UInt32, f Float64, n"
              + " Nullable(Int32), INDEX a there TYPE minmax GRANULARITY 1, INDEX b fine TYPE"
              + " minmax GRANULARITY 1, INDEX c day TYPE minmax GRANULARITY 1, INDEX d unsaid TYPE"
              + " minmax GRANULARITY 1, INDEX e i TYPE minmax GRANULARITY 1, INDEX g u TYPE minmax"
              + " GRANULARITY 1, INDEX h f TYPE minmax GRANULARITY 1, INDEX j n TYPE minmax"
              + " GRANULARITY 1) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY at SETTINGS"
              + " index_granularity = 8192, index_granularity_bytes = 0, allow_nullable_key = 1",
          "INSERT INTO granules.t SELECT toDateTime(1767225600 + number * 20, 'UTC'),"
              + " toDateTime(1767225600 + number * 20), toDateTime64(1767225600 + number * 20, 3,"
              + " 'UTC'), toDate(toDateTime(1767225600 + number * 20, 'UTC')),"
              + " toDateTime(1767225600 + number * 20), number - 300000, number, (number - 300000)"
              + " / 8, if(number % 1000 != 0, number, NULL) FROM numbers(600000)",
          "OPTIMIZE TABLE granules.t FINAL");

  private static final List<String> TIME_CONDITIONS =
      List.of(
          "toDate(at) = '2026-02-03'",
          "toDate(at) != '2026-02-03'",
          "toDate(at) IN ('2026-02-03', '2026-03-07')",
          "toStartOfMonth(at) >= '2026-04-01'",
          "toStartOfHour(at) = toDateTime('2026-01-09 07:00:00', 'UTC')",
          "toStartOfDay(at) < toDateTime('2026-01-09 00:00:00', 'UTC')",
          "toStartOfWeek(at) = '2026-02-01'",
          "toMonday(at) = '2026-02-02'",
          "toYYYYMM(at) = 202602",
          "toYYYYMM(at) IN (202601, 202603)",
          "toYYYYMMDD(at) BETWEEN 20260110 AND 20260112",
          "toYear(at) = 2025",
          "toUnixTimestamp(at) < 1767300000",
          "toUInt32(at) < 1767300000",
          "toHour(at) = 3",
          "at + INTERVAL 1 DAY < toDateTime('2026-01-04 00:00:00', 'UTC')",
          "addDays(at, 3) < toDateTime('2026-01-05 00:00:00', 'UTC')",
          "at + 86400 < toDateTime('2026-01-04 00:00:00', 'UTC')",
          "toStartOfInterval(at, INTERVAL 6 HOUR) = toDateTime('2026-01-09 06:00:00', 'UTC')",
          "dateTrunc('month', at) = '2026-03-01'",
          "date_diff('day', at, toDateTime('2026-05-01 00:00:00', 'UTC')) > 110",
          "toDateTime('2026-01-03 00:00:00', 'UTC') - at > 3600",
          "toDate(there) = '2026-03-29'",
          "toStartOfDay(there) = toDateTime('2026-03-29 00:00:00', 'Europe/Berlin')",
          "toDate(fine) = '2026-02-03'",
          "toUnixTimestamp64Milli(fine) < 1767300000000",
          "toStartOfMonth(day) = '2026-02-01'",
          "day + 7 < '2026-01-12'",
          "day + INTERVAL 1 MONTH < '2026-02-03'",
          "unsaid < '2026-01-03 00:00:00'",
          "toDate(unsaid) = '2026-02-03'",
          "i + 5 < -290000",
          "i - 5 < -290000",
          "-i > 290000",
          "i * 2 < -590000",
          "intDiv(i, 10) = -29999",
          "intDiv(u, 1000) = 77",
          "u / 1000 < 5.5",
          "1000 - u > 0",
          "toInt64(u) < 100",
          "toFloat64(u) < 100",
          "toUInt8(u) = 5",
          "u % 7 = 3",
          "f + 1 < -37000",
          "negate(f) > 37000",
          "floor(f) = 100",
          "toInt64(n) < 10",
          "n + 1 < 10",
          "NOT (toDate(at) > '2026-01-02')",
          "toDate(at) = '2026-02-03' AND toHour(at) = 3",
          "toDate(at) = '2026-02-03' OR toYYYYMM(at) = 202605",
          "CAST(at, 'Date') = '2026-02-03'",
          "at::Date = '2026-02-03'",
          "toDate(toStartOfMonth(at)) = '2026-02-01'",
          "toYYYYMM(toDate(at)) = 202603",
          "toStartOfMonth(at + INTERVAL 1 DAY) = '2026-02-01'");

  private static final Pattern LEFT = Pattern.compile("Granules: (\\d+)/\\d+");

  @Test
  void noMoreThanTheServersIndexesLeave(ClickHouseHttp server) {
    assertThat(more(server, TABLE, CONDITIONS, "p, k, s, v, z")).isEmpty();
  }

  @Test
  void norWhereAFunctionOfAColumnIsAskedFor(ClickHouseHttp server) {
    assertThat(more(server, TIMES, TIME_CONDITIONS, "u")).isEmpty();
  }

  private static List<String> more(
      ClickHouseHttp server, List<String> tables, List<String> conditions, String columns) {
    List<String> more = new ArrayList<>();
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      for (String statement : tables) {
        server.query(statement);
        house.execute(statement);
      }
      for (String condition : conditions) {
        String query = "SELECT " + columns + " FROM granules.t WHERE " + condition;
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
    return more;
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
