// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Formats whose bytes may differ while they say the same: for every type, the schemas of both
 * houses' data are equal, and each house reads its own data and the other's into the same table.
 */
@RequiresClickHouse
final class ExchangedTypesTest {

  /** Left out where formats are compared byte by byte. */
  static final List<String> FORMATS = List.of("Arrow", "ArrowStream");

  private static Twinhouse engine;
  private static HttpEndpoint endpoint;

  private final ClickHouseHttp server;
  private final ClickHouseHttp ours = AllTypesTest.allowing(ClickHouseHttp.at(endpoint.uri()));

  ExchangedTypesTest(ClickHouseHttp server) {
    this.server = AllTypesTest.allowing(server).with("output_format_arrow_use_native_writer", 1);
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
  Stream<DynamicTest> everyTypeGoesBothWays() {
    return EdgeValues.byType().entrySet().stream()
        .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> exchange(type)));
  }

  private void exchange(Map.Entry<String, List<String>> type) throws IOException {
    String rows = EdgeValues.rows(type.getKey(), type.getValue());

    for (ClickHouseHttp house : List.of(server, ours)) {
      for (String table : List.of("sent", "received")) {
        house.query("DROP TABLE IF EXISTS " + table);
        house.query(
            "CREATE TABLE " + table + " (n UInt8, v " + type.getKey() + ") ENGINE = Memory");
      }
      house.query("INSERT INTO sent SELECT n, v FROM (" + rows + ") ORDER BY n");
    }
    for (String format : FORMATS) {
      exchange(format);
    }
  }

  private void exchange(String format) throws IOException {
    String sql = "SELECT n, v FROM sent ORDER BY n FORMAT " + format;
    byte[] theirs = bytes(server, sql);
    byte[] own = bytes(ours, sql);
    if (own == null) {
      return;
    }
    assertThat(theirs).as(format + " is written by both").isNotNull();
    if (format.equals("ArrowStream")) {
      assertThat(schema(own)).isEqualTo(schema(theirs));
    }
    String expected = received(server, format, theirs);
    assertThat(received(server, format, own)).as("ours on the server").isEqualTo(expected);
    assertThat(received(ours, format, theirs)).as("theirs here").isEqualTo(expected);
    assertThat(received(ours, format, own)).as("ours here").isEqualTo(expected);
  }

  private static byte @Nullable [] bytes(ClickHouseHttp house, String sql) {
    try {
      return house.bytes(sql);
    } catch (ClickHouseRefusal refused) {
      return null;
    }
  }

  private static String received(ClickHouseHttp house, String format, byte[] data) {
    house.query("TRUNCATE TABLE received");
    try {
      house.insert("INSERT INTO received FORMAT " + format, data);
    } catch (ClickHouseRefusal refused) {
      return "refused with " + refused.code();
    }
    return house.query("SELECT n, v FROM received ORDER BY n FORMAT TSV");
  }

  private static String schema(byte[] data) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(data), allocator)) {
      return reader.getVectorSchemaRoot().getSchema().toJson();
    }
  }
}
