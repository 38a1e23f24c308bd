// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.network.FaultyProxy;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a statement makes a ClickHouse house ask the server: once for what it has to know. */
@RequiresClickHouse
final class StatementRequestsTest {

  /** What kind of table it is, which columns it has, and then the rows. */
  private static final int WITH_ROWS = 3;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void aTableIsLookedUpOnceInAStatementAndAgainInTheNext(ClickHouseHttp http) throws IOException {
    http.query("CREATE TABLE t (n UInt64, s String DEFAULT 'd') ENGINE = MergeTree ORDER BY n");
    try (FaultyProxy proxy = FaultyProxy.to(http.url());
        Twinhouse house = Twinhouse.open("clickhouse:" + proxy.url() + "/" + http.database());
        Session session = house.session()) {
      assertThat(requests(proxy, session, "INSERT INTO t VALUES (1, 'a')")).isEqualTo(WITH_ROWS);
      assertThat(requests(proxy, session, "INSERT INTO t (n) SELECT 2 AS n")).isEqualTo(1);
      http.query("ALTER TABLE t ADD COLUMN u UInt8");
      String wider = "INSERT INTO t VALUES (3, 'c', 7)";
      assertThat(requests(proxy, session, wider)).isEqualTo(WITH_ROWS);
      assertThat(http.query("SELECT n, s, u FROM t ORDER BY n"))
          .isEqualTo("1\ta\t0\n2\td\t0\n3\tc\t7\n");
    }
  }

  private static int requests(FaultyProxy proxy, Session session, String sql) {
    int before = proxy.requests();
    try (QueryResult result = session.query(QueryRequest.of(sql))) {
      assertThat(result.rows()).isEmpty();
    }
    return proxy.requests() - before;
  }
}
