// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code SET param_x} holds for the session, on both houses alike. */
@RequiresClickHouse
final class SessionParametersTest {

  private static final String[] SCRIPT = {
    "SET param_x = 5",
    "SELECT toString({x:UInt8})",
    "SET param_x = 'a b', max_threads = 1",
    "SELECT {x:String}",
    "SET param_y = '[1, 2]'",
    "SELECT toString({y:Array(UInt8)})",
    "SET param_t = -5, param_b = true",
    "SELECT concat(toString({t:Int8}), toString({b:Bool}), {b:String})",
    "SET param_h = 0x10, param_l = [0x10, 1_0], param_n = -0x10, param_m = {'k': 1, 'l' : 0b11}",
    "SELECT concat({h:String}, ' ', {l:String}, ' ', {n:String}, replaceAll({m:String}, '''', ''))",
    "SET param_i = 'number'",
    "SELECT toString(sum({i:Identifier})) FROM numbers(4)",
    "WITH 'five' AS {i:Identifier} SELECT number",
    "SELECT toString({i:Identifier}.number) FROM numbers(1) AS {i:Identifier}",
    "SELECT * EXCEPT ({i:Identifier}) FROM (SELECT 'a' AS number, 'b' AS other)",
    "SELECT COLUMNS({i:Identifier}) FROM (SELECT 'a' AS other, 'b' AS number)",
    "SELECT r.y FROM (SELECT 1 AS number) AS l JOIN (SELECT 1 AS number, 'z' AS y) AS r"
        + " USING ({i:Identifier})",
  };

  @Test
  void aParameterIsSetForTheSession() {
    ClickHouseHttp server =
        RealClickHouse.get().freshDatabase("session_parameters").with("session_id", id());
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        Session session = engine.session()) {
      for (String statement : SCRIPT) {
        String theirs = server.query(statement).strip();
        assertThat(answer(session, QueryRequest.of(statement))).as(statement).isEqualTo(theirs);
      }
    }
    server.query("DROP DATABASE " + server.database());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String answer(Session session, QueryRequest request) {
    try (QueryResult result = session.query(request)) {
      return result.schema().fields().isEmpty() ? "" : String.valueOf(result.rows().get(0).get(0));
    }
  }
}
