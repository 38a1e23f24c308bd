// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Formats that write some results and refuse others: the same bytes as the server, or its code. A
 * line is a format, a query and settings, between tabs.
 */
final class OddOutputsTest extends TwoEndpoints {

  /** Left out where formats write tables of many types: one takes one column, one wants a text. */
  static final List<String> FORMATS =
      List.of("Npy", "Prometheus", "Protobuf", "ProtobufList", "ProtobufSingle", "Template");

  OddOutputsTest(ClickHouseHttp server) {
    super(server);
  }

  @TestFactory
  Stream<DynamicTest> answersAreThoseOfTheServer() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    OddOutputsTest.class.getResourceAsStream("/formats/odd-outputs.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines().toList().stream()
          .map(line -> DynamicTest.dynamicTest(line, () -> compare(line.split("\t", -1))));
    }
  }

  private void compare(String[] parts) {
    assertThat(answer(ours, parts)).isEqualTo(answer(server, parts));
  }

  private static String answer(ClickHouseHttp house, String[] parts) {
    ClickHouseHttp set = house;
    for (int i = 2; i < parts.length; i++) {
      String[] setting = parts[i].split("=", 2);
      set = set.with(setting[0], setting[1].translateEscapes());
    }
    try {
      byte[] answer = set.bytes(parts[1] + " FORMAT " + parts[0]);
      return new String(answer, StandardCharsets.ISO_8859_1);
    } catch (ClickHouseRefusal refusal) {
      return "refused with " + refusal.code();
    }
  }
}
