// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows there would be without LIMIT, as formats tell it that know of that number. */
final class RowsBeforeLimitTest extends TwoEndpoints {

  RowsBeforeLimitTest(ClickHouseHttp server) {
    super(server);
  }

  @BeforeAll
  void load() {
    for (ClickHouseHttp house : List.of(server, ours)) {
      house.query("CREATE TABLE numbered (a UInt32, b String) ENGINE = MergeTree ORDER BY tuple()");
      house.query("INSERT INTO numbered SELECT number, toString(number) FROM numbers(100)");
    }
  }

  @AfterAll
  void drop() {
    server.query("DROP TABLE numbered");
  }

  @Test
  void isCountedWhereTheServerCounts() throws IOException {
    for (String sql : statements()) {
      assertThat(figure(ours, sql)).as(sql).isEqualTo(figure(server, sql));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "JSONCompact", "JSONStrings", "JSONColumnsWithMetadata", "XML"})
  void standsInEachFormat(String format) {
    String sql = "SELECT a FROM numbered WHERE a > 3 ORDER BY b LIMIT 2 FORMAT " + format;
    assertThat(EndpointFormatsTest.comparable(ours.bytes(sql)))
        .contains("rows_before_limit_at_least")
        .isEqualTo(EndpointFormatsTest.comparable(server.bytes(sql)));
  }

  /** The line of the figure; empty where there is none. */
  private static String figure(ClickHouseHttp house, String sql) {
    return house
        .query(sql + " FORMAT JSON")
        .lines()
        .filter(line -> line.contains("rows_before_limit_at_least"))
        .findFirst()
        .orElse("");
  }

  private static List<String> statements() throws IOException {
    try (InputStream in =
        RowsBeforeLimitTest.class.getResourceAsStream("/io/twinhouse/server/format/limits.sql")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("--"))
          .map(line -> line.substring(0, line.length() - 1))
          .toList();
    }
  }
}
