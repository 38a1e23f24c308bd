// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A view reads the tables that were meant when it was made, or is not made. */
final class ViewScopeTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void aViewOfAnotherDatabaseNamesItsDatabases() {
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      house.execute(
          "CREATE DATABASE other; CREATE TABLE t (a Int8) ENGINE = Memory; INSERT INTO t VALUES"
              + " (1);CREATE TABLE other.t (a Int8) ENGINE = Memory; INSERT INTO other.t VALUES"
              + " (2)");
      assertThatThrownBy(() -> house.execute("CREATE VIEW other.v AS SELECT a FROM t"))
          .hasMessageContaining("write default.t");
      assertThatThrownBy(
              () ->
                  house.execute(
                      "CREATE VIEW other.v AS SELECT 1 WHERE 1 IN (SELECT a FROM t AS x)"))
          .hasMessageContaining("write default.t");
      house.execute(
          "CREATE VIEW other.v AS WITH w AS (SELECT a FROM default.t) SELECT a FROM w;"
              + "CREATE VIEW v AS SELECT a FROM t");
      for (String view : new String[] {"other.v", "v"}) {
        try (QueryResult result = house.query("SELECT a FROM " + view)) {
          assertThat(result.rows().toString()).isEqualTo("[[1]]");
        }
      }
    }
  }
}
