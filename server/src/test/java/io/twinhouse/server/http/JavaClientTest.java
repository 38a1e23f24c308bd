// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.testkit.LeakCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** ClickHouse's own Java client, unmodified, against the endpoint. */
final class JavaClientTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private Twinhouse engine;
  private HttpEndpoint endpoint;
  private Client client;

  @BeforeEach
  void start() {
    engine = Twinhouse.open("arrow:memory:");
    endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);
    client =
        new Client.Builder()
            .addEndpoint(endpoint.uri().toString())
            .setUsername("default")
            .setPassword("")
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    endpoint.close();
    engine.close();
  }

  @Test
  void pingsAndReadsRecords() {
    assertThat(client.ping()).isTrue();
    List<GenericRecord> rows =
        client.queryAll(
            "SELECT number AS n, toString(n) AS s, toDate('2026-01-02') AS d FROM numbers(3)");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(2).getLong("n")).isEqualTo(2);
    assertThat(rows.get(2).getString("s")).isEqualTo("2");
    assertThat(rows.get(0).getLocalDate("d")).isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void readsTheSchemaOfATableAndInserts() throws Exception {
    execute(
        "CREATE TABLE t (id UInt32, name Nullable(String), tags Array(String)) ENGINE = MergeTree ORDER BY id");
    TableSchema schema = client.getTableSchema("t");
    assertThat(schema.getColumns())
        .extracting(c -> c.getColumnName())
        .containsExactly("id", "name", "tags");
    byte[] rows = "1\tone\t['a','b']\n2\t\\N\t[]\n".getBytes(StandardCharsets.UTF_8);
    try (InsertResponse inserted =
        client
            .insert("t", new ByteArrayInputStream(rows), ClickHouseFormat.TSV, new InsertSettings())
            .get(30, TimeUnit.SECONDS)) {
      assertThat(inserted.getWrittenRows()).isEqualTo(2);
    }
    List<GenericRecord> read = client.queryAll("SELECT * FROM t ORDER BY id");
    assertThat(read.get(0).getString("name")).isEqualTo("one");
    assertThat(read.get(0).getList("tags")).isEqualTo(List.of("a", "b"));
    assertThat(read.get(1).getString("name")).isNull();
  }

  @Test
  void passesTypedParameters() throws Exception {
    try (var response =
        client
            .query(
                "SELECT {s:String} AS s, {n:Array(UInt8)} AS n",
                Map.of("s", "it's", "n", List.of(1, 2)),
                new QuerySettings())
            .get(30, TimeUnit.SECONDS)) {
      var reader = client.newBinaryFormatReader(response);
      assertThat(reader.next()).containsEntry("s", "it's");
    }
  }

  @Test
  void tellsErrorsByTheirCode() {
    assertThatThrownBy(() -> client.queryAll("SELECT * FROM nosuch"))
        .hasRootCauseInstanceOf(ServerException.class)
        .rootCause()
        .extracting(error -> ((ServerException) error).getCode())
        .isEqualTo(60);
  }

  @Test
  void runsTheMetricsPage() throws Exception {
    for (String resource : List.of("events", "users", "live_users")) {
      try (var in =
          JavaClientTest.class.getResourceAsStream("/io/twinhouse/demo/" + resource + ".sql")) {
        execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    execute(
        "INSERT INTO events (event_type, event_at, data, project_id, branch_id, user_id, team_id) VALUES"
            + " ('$token-refresh', '2026-06-30 10:00:00', '{\"ip_info\":{\"country_code\":\"DE\","
            + "\"region_code\":\"BE\"},\"is_anonymous\":false}', 'p', 'main',"
            + " '61f0c404-5cb3-41e7-907b-a6006ad3dba0', 'team'),"
            + " ('$page-view', '2026-06-30 10:01:00', '{\"referrer\":\"\"}', 'p', 'main',"
            + " '61f0c404-5cb3-41e7-907b-a6006ad3dba0', NULL)");
    for (Metric metric : InternalMetrics.page()) {
      assertThat(rows(metric)).as(metric.name()).isEqualTo(1);
    }
  }

  private int rows(Metric metric) throws Exception {
    Map<String, Object> values =
        Map.of(
            "projectId", "p",
            "branchId", "main",
            "includeAnonymous", 0,
            "since", "2026-05-31 00:00:00",
            "until", "2026-07-01 00:00:00",
            "now", "2026-06-30 10:02:00.000");
    try (var response =
        client.query(metric.sql(), values, new QuerySettings()).get(30, TimeUnit.SECONDS)) {
      var reader = client.newBinaryFormatReader(response);
      int rows = 0;
      while (reader.next() != null) {
        rows++;
      }
      return rows;
    }
  }

  private void execute(String sql) throws Exception {
    client.execute(sql).get(30, TimeUnit.SECONDS).close();
  }
}
