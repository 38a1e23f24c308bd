// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.sql.SQLException;
import java.util.List;
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
}
