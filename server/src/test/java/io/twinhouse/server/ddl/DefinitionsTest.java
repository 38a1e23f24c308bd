// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Definitions and their changes, statement by statement against the real server: the same rows, or
 * an error of the same number. The store is closed and opened again every few statements.
 */
@RequiresClickHouse
final class DefinitionsTest {

  private static final int STATEMENTS_BETWEEN_REOPENINGS = 7;

  @ParameterizedTest
  @MethodSource("io.twinhouse.server.ddl.DefinitionScripts#names")
  void everyStatementAnswersAsOnTheServer(
      String script, ClickHouseHttp server, @TempDir Path directory) throws IOException {
    List<String> different = new ArrayList<>();
    List<String> statements = DefinitionScripts.statements(script);
    for (int from = 0; from < statements.size(); from += STATEMENTS_BETWEEN_REOPENINGS) {
      int to = Math.min(statements.size(), from + STATEMENTS_BETWEEN_REOPENINGS);
      try (Twinhouse engine = Twinhouse.open("arrow:" + directory.resolve("store"));
          HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
        ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
        for (String statement : statements.subList(from, to)) {
          String expected = answer(server, statement);
          String found = answer(ours, statement);
          if (!found.equals(expected)) {
            different.add(statement + "\n  expected " + expected + "\n  but was  " + found);
          }
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private static String answer(ClickHouseHttp house, String statement) {
    try {
      return house.query(statement);
    } catch (ClickHouseRefusal e) {
      return "error " + e.code();
    }
  }
}
