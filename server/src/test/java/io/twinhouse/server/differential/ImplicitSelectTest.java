// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands without SELECT is a query where the setting says so, on both houses. */
@RequiresClickHouse
final class ImplicitSelectTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void bothHousesAgree(String setting) throws IOException {
    ClickHouseHttp server =
        Answers.configured(RealClickHouse.get().http()).with("implicit_select", setting);
    List<String> differences = new ArrayList<>();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      for (String text : SqlLines.of("/clauses/implicit.sql")) {
        String theirs = Answers.of(server, text);
        QueryRequest request = Answers.request(text).withSetting("implicit_select", setting);
        String ours = Answers.of(engine, request);
        if (!Answers.agree(theirs, ours)) {
          differences.add(text + "\n  server: " + theirs + "\n  ours:   " + ours);
        }
      }
    }
    assertThat(differences).isEmpty();
  }
}
