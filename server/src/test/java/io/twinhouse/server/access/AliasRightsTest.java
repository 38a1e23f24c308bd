// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done to a table of engine Alias takes the rights to the table behind it. */
final class AliasRightsTest {

  private static final String DENIED = "necessary to have the grant TRUNCATE ON hidden.t";

  private static void setUp(Twinhouse engine) {
    List.of(
            "CREATE DATABASE hidden",
            "CREATE DATABASE open",
            "CREATE TABLE hidden.t (a UInt8) ENGINE = MergeTree ORDER BY a",
            "INSERT INTO hidden.t VALUES (1), (2)",
            "CREATE TABLE open.t ENGINE = Alias('hidden', 't')",
            "CREATE USER guest",
            "GRANT ALL ON open.* TO guest")
        .forEach(engine::execute);
  }

  @Test
  void truncatingAllTablesOfADatabaseSparesThoseBehindItsAliases() throws Exception {
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      setUp(engine);
      assertThat(AccessAnswersTest.ask(endpoint, "guest", "", "TRUNCATE ALL TABLES FROM open"))
          .contains(DENIED);
      assertThat(AccessAnswersTest.ask(endpoint, "guest", "", "TRUNCATE TABLE open.t"))
          .contains(DENIED);
      assertThat(AccessAnswersTest.ask(endpoint, "default", "", "SELECT count() FROM open.t"))
          .isEqualTo("2");
      engine.execute("GRANT TRUNCATE ON hidden.t TO guest");
      assertThat(AccessAnswersTest.ask(endpoint, "guest", "", "TRUNCATE ALL TABLES FROM open"))
          .isEmpty();
      assertThat(AccessAnswersTest.ask(endpoint, "default", "", "SELECT count() FROM hidden.t"))
          .isEqualTo("0");
    }
  }
}
