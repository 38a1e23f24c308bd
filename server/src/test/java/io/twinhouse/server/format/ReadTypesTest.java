// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.format.Formats;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the server writes of every type's edge values is inserted here and on the server again: the
 * rows must be the same. One format a type is drawn; {@code -Dtwinhouse.formats=all} takes each,
 * names between commas take these.
 */
final class ReadTypesTest extends TwoEndpoints {

  private static final String CHOSEN = System.getProperty("twinhouse.formats", "");
  private static final boolean ALL = !CHOSEN.isEmpty();

  private final RandomSource random = Seed.sourceOf(ReadTypesTest.class.getName());

  ReadTypesTest(ClickHouseHttp server) {
    super(server, AllTypesTest.ALL_TYPES);
  }

  @TestFactory
  Stream<DynamicTest> everyTypeIsReadAsTheServerReadsIt() {
    List<String> formats =
        Formats.names().stream()
            .filter(name -> Formats.reads(name) && Formats.writes(name))
            .filter(name -> !name.equals("RawBLOB") && !name.startsWith("LineAsString"))
            .filter(name -> !ExchangedTypesTest.FORMATS.contains(name))
            .filter(name -> List.of("", "all").contains(CHOSEN) || isChosen(name))
            .toList();
    return EdgeValues.byType().entrySet().stream()
        .map(
            type -> {
              List<String> chosen = ALL ? formats : List.of(random.pick(formats));
              return DynamicTest.dynamicTest(type.getKey(), () -> read(type, chosen));
            });
  }

  private static boolean isChosen(String name) {
    return List.of(CHOSEN.split(",")).contains(name);
  }

  private void read(Map.Entry<String, List<String>> type, List<String> formats) {
    String rows = EdgeValues.rows(type.getKey(), type.getValue());
    for (ClickHouseHttp house : List.of(server, ours)) {
      house.query("DROP TABLE IF EXISTS reread");
      house.query("CREATE TABLE reread (n UInt8, v " + type.getKey() + ") ENGINE = Memory");
    }
    List<String> different = new ArrayList<>();
    for (String format : formats) {
      byte[] data = written(server, "SELECT n, v FROM (" + rows + ") ORDER BY n FORMAT " + format);
      if (data != null) {
        String expected = inserted(server, "reread", format, data);
        String answer = inserted(ours, "reread", format, data);
        boolean refused = answer.startsWith("refused") || expected.startsWith("refused");
        if (!refused && !answer.equals(expected)) {
          different.add(format + "\nserver: " + expected + "\nhere: " + answer);
        } else if (ALL && answer.startsWith("refused") && !expected.startsWith("refused")) {
          different.add("only here " + format + " " + answer);
        }
      }
    }
    assertThat(different).isEmpty();
  }
}
