// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the server writes of every type's edge values is inserted here and on the server again: the
 * rows must be the same. One format a type is drawn; {@code -Dtwinhouse.formats=all} takes each.
 */
@RequiresClickHouse
final class ReadTypesTest {

  private static final boolean ALL = "all".equals(System.getProperty("twinhouse.formats"));

  private static Twinhouse engine;
  private static HttpEndpoint endpoint;

  private final ClickHouseHttp server;
  private final ClickHouseHttp ours = AllTypesTest.allowing(ClickHouseHttp.at(endpoint.uri()));
  private final RandomSource random = Seed.sourceOf(ReadTypesTest.class.getName());

  ReadTypesTest(ClickHouseHttp server) {
    this.server = AllTypesTest.allowing(server);
  }

  @BeforeAll
  static void start() {
    engine = Twinhouse.open("arrow:memory:");
    endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);
  }

  @AfterAll
  static void stop() {
    endpoint.close();
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> everyTypeIsReadAsTheServerReadsIt() {
    List<String> formats =
        Formats.names().stream()
            .filter(name -> Formats.reads(name) && Formats.writes(name))
            .filter(name -> !name.equals("RawBLOB") && !name.startsWith("LineAsString"))
            .filter(name -> !ExchangedTypesTest.FORMATS.contains(name))
            .toList();
    return EdgeValues.byType().entrySet().stream()
        .map(
            type -> {
              List<String> chosen = ALL ? formats : List.of(random.pick(formats));
              return DynamicTest.dynamicTest(type.getKey(), () -> read(type, chosen));
            });
  }

  private void read(Map.Entry<String, List<String>> type, List<String> formats) {
    String rows = EdgeValues.rows(type.getKey(), type.getValue());
    for (ClickHouseHttp house : List.of(server, ours)) {
      house.query("DROP TABLE IF EXISTS reread");
      house.query("CREATE TABLE reread (n UInt8, v " + type.getKey() + ") ENGINE = Memory");
    }
    List<String> different = new ArrayList<>();
    for (String format : formats) {
      byte[] data = written("SELECT n, v FROM (" + rows + ") ORDER BY n FORMAT " + format);
      if (data != null) {
        String expected = inserted(server, format, data);
        String answer = inserted(ours, format, data);
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

  private byte @Nullable [] written(String sql) {
    try {
      return server.bytes(sql);
    } catch (ClickHouseRefusal refused) {
      return null;
    }
  }

  private static String inserted(ClickHouseHttp house, String format, byte[] data) {
    house.query("TRUNCATE TABLE reread");
    try {
      house.insert("INSERT INTO reread FORMAT " + format, data);
    } catch (ClickHouseRefusal refusal) {
      return "refused with " + refusal.code();
    }
    return house.query("SELECT n, v FROM reread ORDER BY n FORMAT TSV");
  }
}
