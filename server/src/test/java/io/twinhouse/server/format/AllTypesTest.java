// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.format.Formats;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A table for every type, bare and in containers, filled with edge values here and on the server:
 * each output format must give the same bytes, and what it gives must read back to the same.
 */
final class AllTypesTest extends TwoEndpoints {

  /** Types that are held back are compared, too. */
  static final String[] ALL_TYPES = {
    "allow_suspicious_low_cardinality_types", "allow_experimental_nullable_tuple_type"
  };

  AllTypesTest(ClickHouseHttp server) {
    super(server, ALL_TYPES);
  }

  @TestFactory
  Stream<DynamicTest> everyFormatOfEveryType() {
    return EdgeValues.byType().entrySet().stream()
        .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> compare(type)));
  }

  private void compare(Map.Entry<String, List<String>> type) {
    String rows = EdgeValues.rows(type.getKey(), type.getValue());
    for (ClickHouseHttp house : List.of(server, ours)) {
      house.query("DROP TABLE IF EXISTS edges");
      house.query(
          "CREATE TABLE edges (n UInt8, v " + type.getKey() + ") ENGINE = MergeTree ORDER BY n");
      house.query("INSERT INTO edges SELECT n, v FROM (" + rows + ")");
      house.query("OPTIMIZE TABLE edges FINAL");
    }
    List<String> refused = new ArrayList<>();
    for (String format : Formats.names()) {
      if (Formats.writes(format) && !ExchangedTypesTest.FORMATS.contains(format)) {
        compare(format, refused);
      }
    }
    assertThat(refused).as("refused").isEmpty();
  }

  private void compare(String format, List<String> refused) {
    String sql = "SELECT n, v FROM edges ORDER BY n FORMAT " + format;
    HttpResponse<byte[]> expected;
    try {
      expected = server.answer(sql);
    } catch (ClickHouseRefusal refusal) {
      return;
    }
    HttpResponse<byte[]> answer;
    try {
      answer = ours.answer(sql);
    } catch (ClickHouseRefusal refusal) {
      if (!isKnown(format, refusal)) {
        refused.add(format + ": " + refusal.getMessage());
      }
      return;
    }
    assertThat(EndpointFormatsTest.comparable(answer.body()))
        .as(format)
        .isEqualTo(EndpointFormatsTest.comparable(expected.body()));
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(format)
        .isEqualTo(expected.headers().firstValue("Content-Type"));
  }

  /** JSON's own binary form is not known; a state in RawBLOB is an address in memory. */
  private static boolean isKnown(String format, ClickHouseRefusal refusal) {
    boolean binary = format.startsWith("RowBinary") || format.equals("Native");
    return refusal.getMessage().contains("getDataAt is not supported for Aggregate")
        || (binary && refusal.getMessage().contains("have no binary form here"));
  }
}
