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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every type, bare and in containers, in tables filled with edge values here and on the server:
 * each output format must give the same bytes.
 */
final class AllTypesTest extends TwoEndpoints {

  /** Types that are held back are compared, too. */
  static final String[] ALL_TYPES = {
    "allow_suspicious_low_cardinality_types", "allow_experimental_nullable_tuple_type"
  };

  /** Types in one request; where the answers differ, each is asked for alone. */
  private static final int TOGETHER = 8;

  AllTypesTest(ClickHouseHttp server) {
    super(server, ALL_TYPES);
  }

  @TestFactory
  Stream<DynamicTest> everyFormatOfEveryType() {
    List<Map.Entry<String, List<String>>> types = List.copyOf(EdgeValues.byType().entrySet());
    return IntStream.iterate(0, from -> from < types.size(), from -> from + TOGETHER)
        .mapToObj(from -> types.subList(from, Math.min(types.size(), from + TOGETHER)))
        .map(some -> DynamicTest.dynamicTest(names(some).toString(), () -> compare(some)));
  }

  private static List<String> names(List<Map.Entry<String, List<String>>> types) {
    return types.stream().map(Map.Entry::getKey).toList();
  }

  private void compare(List<Map.Entry<String, List<String>>> types) {
    StringBuilder columns = new StringBuilder("n UInt8");
    for (int i = 0; i < types.size(); i++) {
      columns.append(", v").append(i).append(' ').append(types.get(i).getKey());
    }
    for (ClickHouseHttp house : List.of(server, ours)) {
      house.query("DROP TABLE IF EXISTS edges");
      house.query("CREATE TABLE edges (" + columns + ") ENGINE = MergeTree ORDER BY n");
      house.query("INSERT INTO edges " + EdgeValues.rows(types));
      house.query("OPTIMIZE TABLE edges FINAL");
    }
    List<String> refused = new ArrayList<>();
    for (String format : Formats.names()) {
      boolean elsewhere =
          ExchangedTypesTest.FORMATS.contains(format) || OddOutputsTest.FORMATS.contains(format);
      if (Formats.writes(format)
          && !elsewhere
          && !areEqual("SELECT * FROM edges ORDER BY n FORMAT " + format)) {
        for (int i = 0; i < types.size(); i++) {
          compare("n, v" + i + " AS v", types.get(i).getKey(), format, refused);
        }
      }
    }
    assertThat(refused).as("refused").isEmpty();
  }

  /** Whether both houses answer all types at once with the same bytes. */
  private boolean areEqual(String sql) {
    byte[] expected = written(server, sql);
    byte[] answer = expected == null ? null : written(ours, sql);
    return answer != null
        && EndpointFormatsTest.comparable(answer).equals(EndpointFormatsTest.comparable(expected));
  }

  private void compare(String columns, String type, String format, List<String> refused) {
    if (type.equals("JSON") && format.startsWith("RowBinary")) {
      // paths stand in the order of a hash table there; TypedJsonTest reads them
      return;
    }
    String sql = "SELECT " + columns + " FROM edges ORDER BY n FORMAT " + format;
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
        refused.add(type + " in " + format + ": " + refusal.getMessage());
      }
      return;
    }
    assertThat(EndpointFormatsTest.comparable(answer.body()))
        .as(type + " in " + format)
        .isEqualTo(EndpointFormatsTest.comparable(expected.body()));
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(type + " in " + format)
        .isEqualTo(expected.headers().firstValue("Content-Type"));
  }

  /** A state in RawBLOB is an address in memory. */
  private static boolean isKnown(String format, ClickHouseRefusal refusal) {
    boolean binary = format.startsWith("RowBinary") || format.equals("Native");
    return refusal.getMessage().contains("getDataAt is not supported for Aggregate")
        || (binary && refusal.getMessage().contains("have no binary form here"));
  }
}
