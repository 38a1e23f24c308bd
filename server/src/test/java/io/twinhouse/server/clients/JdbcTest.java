// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.jdbc.Driver;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** ClickHouse's JDBC driver, unmodified: an application sees the same of both servers. */
@RequiresClickHouse
final class JdbcTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp server;

  JdbcTest(ClickHouseHttp server) {
    this.server = server;
  }

  @Test
  void anApplicationSeesTheSame() throws SQLException {
    String database = server.database();
    List<String> expected = new JdbcSteps(server.url().toString(), database).run().lines();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE DATABASE `" + database + "`");
      List<String> lines = new JdbcSteps(endpoint.uri().toString(), database).run().lines();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(lines.get(i)).isEqualTo(expected.get(i));
      }
    }
  }

  /** Every call of the interfaces, so that none is left to chance. */
  @Test
  void everyCallAnswersTheSame() throws SQLException {
    String database = server.database();
    List<String> expected = calls(server.url().toString(), database);
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE DATABASE `" + database + "`");
      assertThat(calls(endpoint.uri().toString(), database)).containsExactlyElementsOf(expected);
    }
  }

  private static List<String> calls(String url, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "default");
    // requests compressed too, by the driver's own method
    properties.setProperty("decompress", "true");
    // a zone of the session's own: the servers' are those of their machines
    properties.setProperty("clickhouse_setting_session_timezone", "UTC");
    try (Connection connection =
            new Driver().connect("jdbc:clickhouse:" + url + "/" + database, properties);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS t SYNC"); // another test's, on the real server
      statement.execute(
          "CREATE TABLE t (id UInt32 COMMENT 'the id', n Nullable(Int32) DEFAULT 5,"
              + " s LowCardinality(String), m String MATERIALIZED toString(id),"
              + " al String ALIAS upper(s), d Decimal(18, 4), INDEX ix s TYPE bloom_filter)"
              + " ENGINE = MergeTree PRIMARY KEY id ORDER BY (id, s) COMMENT 'a table'");
      List<String> lines = new JdbcCalls(connection).run().lines();
      statement.execute("DROP TABLE t SYNC");
      return lines;
    }
  }
}
