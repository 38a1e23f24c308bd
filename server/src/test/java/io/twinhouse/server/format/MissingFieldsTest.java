// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a column holds where a row of input says nothing of it: as on the real server. */
@RequiresClickHouse
final class MissingFieldsTest {

  private static final String TABLE =
      "(id Int32, a Nullable(String), b Nullable(Int32), c String, d Int64,"
          + " e LowCardinality(Nullable(String)), f Array(Int8), g Nullable(DateTime64(3, 'UTC')),"
          + " h String DEFAULT concat('h', toString(id)), i Nullable(Int8) DEFAULT 7)"
          + " ENGINE = MergeTree ORDER BY id";
  private static final String READ =
      "SELECT id, replaceAll(toString(tuple(a, b, c, d, e, f, g, h, i)), '\\'', '|') FROM missing_fields ORDER BY id";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp server;

  MissingFieldsTest(ClickHouseHttp server) {
    this.server = server;
  }

  private static final List<String[]> INPUTS =
      List.of(
          new String[] {
            "JSONEachRow", "{\"id\": 1}\n{\"id\": 2, \"a\": null, \"c\": null, \"i\": null}\n"
          },
          new String[] {"TabSeparatedWithNames", "a\tid\nx\t3\n\\N\t4\n"},
          new String[] {"JSONEachRow", "{\"id\": 5, \"h\": \"\", \"b\": 3}\n"});

  @Test
  void areAsOnTheServer() {
    server.query("DROP TABLE IF EXISTS missing_fields");
    server.query("CREATE TABLE missing_fields " + TABLE);
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute("CREATE TABLE missing_fields " + TABLE);
      for (String[] input : INPUTS) {
        String insert = "INSERT INTO missing_fields FORMAT " + input[0];
        byte[] data = input[1].getBytes(StandardCharsets.UTF_8);
        server.insert(insert, data);
        engine.query(QueryRequest.of(insert).withData(new ByteArrayInputStream(data))).close();
      }
      List<List<String>> rows = new ArrayList<>();
      try (QueryResult result = engine.query(READ)) {
        result.rows().forEach(row -> rows.add(row.stream().map(String::valueOf).toList()));
      }
      assertThat(rows).hasSize(5).isEqualTo(server.rows(READ).rows());
    }
    server.query("DROP TABLE missing_fields");
  }
}
