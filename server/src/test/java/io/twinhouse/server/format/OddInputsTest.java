// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Data for tables of all kinds ({@code formats/odd-inputs.tsv}: format, columns, data whose chars
 * are bytes, settings): the rows, or the code of the refusal, are those of the server.
 */
final class OddInputsTest extends TwoEndpoints {

  OddInputsTest(ClickHouseHttp server) {
    super(server);
  }

  @TestFactory
  Stream<DynamicTest> answersAreThoseOfTheServer() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    OddInputsTest.class.getResourceAsStream("/formats/odd-inputs.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines().toList().stream()
          .map(line -> DynamicTest.dynamicTest(line, () -> compare(line.split("\t", -1))));
    }
  }

  private void compare(String[] parts) {
    byte[] data = parts[2].translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
    assertThat(answer(ours, parts, data)).isEqualTo(answer(server, parts, data));
  }

  private static String answer(ClickHouseHttp house, String[] parts, byte[] data) {
    house.query("DROP TABLE IF EXISTS odd");
    house.query("CREATE TABLE odd (" + parts[1] + ") ENGINE = Memory");
    ClickHouseHttp set = house;
    for (int i = 3; i < parts.length; i++) {
      String[] setting = parts[i].split("=", 2);
      set = set.with(setting[0], setting[1].translateEscapes());
    }
    try {
      set.insert("INSERT INTO odd FORMAT " + parts[0], data);
      return house.query("SELECT * FROM odd FORMAT TSV");
    } catch (ClickHouseRefusal refusal) {
      return "refused with " + refusal.code();
    }
  }
}
