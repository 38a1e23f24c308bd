// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Right and wrong data as they may arrive ({@code formats/inputs.tsv}: format, data with escapes,
 * settings): where we take them, the rows are those of the server.
 */
final class InputsTest extends TwoEndpoints {

  InputsTest(ClickHouseHttp server) {
    super(server);
  }

  @Test
  void whatIsTakenIsReadAsTheServerDoes() throws IOException {
    List<String> refused = new ArrayList<>();
    for (String line : lines()) {
      String[] parts = line.split("\t", -1);
      byte[] data = unescaped(parts[1]).getBytes(StandardCharsets.UTF_8);
      String[] setting = parts.length > 2 ? parts[2].split("=", 2) : new String[0];
      String expected = inserted(server, parts[0], data, setting);
      String answer = inserted(ours, parts[0], data, setting);
      if (answer.startsWith("refused")) {
        if (!expected.startsWith("refused")) {
          refused.add(line);
        }
      } else if (!expected.startsWith("refused")) {
        assertThat(answer).as(line).isEqualTo(expected);
      }
    }
    assertThat(refused).as("refused here alone").hasSizeLessThan(5);
  }

  private static String inserted(
      ClickHouseHttp house, String format, byte[] data, String[] setting) {
    house.query("DROP TABLE IF EXISTS taken");
    house.query(
        "CREATE TABLE taken (a UInt8 DEFAULT 9, b Nullable(String), c Nullable(Int32), d String"
            + " DEFAULT 'dd', e Array(String), f Float64, g Date) ENGINE = Memory");
    ClickHouseHttp set = setting.length == 2 ? house.with(setting[0], setting[1]) : house;
    try {
      set.insert("INSERT INTO taken FORMAT " + format, data);
    } catch (ClickHouseRefusal refusal) {
      return "refused with " + refusal.code();
    }
    return house.query("SELECT * FROM taken");
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(InputsTest.class.getResourceAsStream("/formats/inputs.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  private static String unescaped(String text) {
    return text.translateEscapes();
  }
}
