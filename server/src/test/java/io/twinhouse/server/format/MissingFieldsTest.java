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
      "SELECT id, replaceAll(toString(tuple(a, b, c, d, e, f, g, h, i)), '\\'', '|') FROM"
          + " missing_fields ORDER BY id";

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

  private static final String ENUMS =
      "(id Int32, low Enum8('low' = -1, 'zero' = 0), one Enum8('one' = 1),"
          + " pair Tuple(a Enum8('one' = 1), b Int8)) ENGINE = MergeTree ORDER BY id";
  private static final String NUMBERS =
      "SELECT id, CAST(low AS Int8), CAST(one AS Int8), CAST(pair.1 AS Int8) FROM missing_fields"
          + " ORDER BY id";

  /** What is left out is a bare 0, what JSONEachRow does not name the lowest of the names. */
  private static final List<String[]> ENUM_INPUTS =
      List.of(
          new String[] {"CSV", "1,,,\n"},
          new String[] {"TabSeparated", "2\t\\N\t\\N\t\\N\n"},
          new String[] {"JSONEachRow", "{\"id\": 3}\n"},
          new String[] {"JSONEachRow", "{\"id\": 4, \"low\": null, \"pair\": {\"b\": 1}}\n"},
          new String[] {"JSONCompactEachRow", "[5, null, null, {\"b\": 1}]\n"},
          new String[] {"Values", "(6, NULL, DEFAULT, NULL)"});

  @Test
  void areAsOnTheServer() {
    agree(TABLE, INPUTS, READ, 5);
  }

  @Test
  void ofEnumsTheyAreBareZeros() {
    agree(ENUMS, ENUM_INPUTS, NUMBERS, 6);
  }

  private void agree(String table, List<String[]> inputs, String read, int count) {
    server.query("DROP TABLE IF EXISTS missing_fields");
    server.query("CREATE TABLE missing_fields " + table);
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      engine.execute("CREATE TABLE missing_fields " + table);
      for (String[] input : inputs) {
        String insert = "INSERT INTO missing_fields FORMAT " + input[0];
        byte[] data = input[1].getBytes(StandardCharsets.UTF_8);
        server.insert(insert, data);
        engine.query(QueryRequest.of(insert).withData(new ByteArrayInputStream(data))).close();
      }
      List<List<String>> rows = new ArrayList<>();
      try (QueryResult result = engine.query(read)) {
        result.rows().forEach(row -> rows.add(row.stream().map(String::valueOf).toList()));
      }
      assertThat(rows).hasSize(count).isEqualTo(server.rows(read).rows());
    }
    server.query("DROP TABLE missing_fields");
  }
}
