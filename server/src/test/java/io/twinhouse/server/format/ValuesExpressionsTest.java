// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Literals and expressions in VALUES, for columns of all types: what the server makes of them. */
@RequiresClickHouse
final class ValuesExpressionsTest {

  private static final String TABLE =
      "CREATE TABLE v (k UInt32, i UInt8, f Float32, d Decimal(10, 2), s String,"
          + " t DateTime('UTC'), t6 DateTime64(6, 'UTC'), dd Date, n Nullable(Int32),"
          + " a Array(UInt8), m Map(String, UInt8), e Enum8('q' = 3, 'p' = -1), d32 Date32,"
          + " lc LowCardinality(String), tu Tuple(UInt8, String), u UUID, b Bool)"
          + " ENGINE = MergeTree ORDER BY k";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp server;

  ValuesExpressionsTest(ClickHouseHttp server) {
    this.server = server;
  }

  @Test
  void leadToTheSameRows() throws IOException {
    List<String> expected = rows(server);
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      assertThat(rows(ClickHouseHttp.at(endpoint.uri()))).containsExactlyElementsOf(expected);
    }
  }

  /** Each value is in a row of its own, all other columns hold their defaults. */
  private static List<String> rows(ClickHouseHttp http) throws IOException {
    http.query(TABLE);
    List<String> results = new ArrayList<>();
    for (String line : lines()) {
      String[] parts = line.split("\\|");
      for (int i = 1; i < parts.length; i++) {
        results.add(parts[0] + " = " + parts[i] + ": " + result(http, parts[0], parts[i]));
      }
    }
    return results;
  }

  private static String result(ClickHouseHttp http, String column, String value) {
    try {
      http.query("INSERT INTO v (k, " + column + ") VALUES (1, " + value + ")");
    } catch (ClickHouseRefusal refused) {
      return "refused with " + refused.code();
    }
    String row = http.query("SELECT * FROM v");
    http.query("TRUNCATE TABLE v");
    return row;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ValuesExpressionsTest.class.getResourceAsStream("values.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
