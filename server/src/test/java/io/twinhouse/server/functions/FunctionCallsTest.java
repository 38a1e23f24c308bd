// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Calls that were thought of, on both houses: what stands on a line behind SELECT. The answer is
 * the server's, or the error has the server's code; where both fail to agree Twinhouse refuses.
 */
@RequiresClickHouse
final class FunctionCallsTest {

  private static final int NOT_IMPLEMENTED = 48;

  @Test
  void bothHousesAgree(ClickHouseHttp server) throws IOException {
    List<String> calls = new ArrayList<>(lines("aggregates"));
    calls.addAll(lines("scalars"));
    calls.addAll(lines("further"));
    calls.addAll(lines("families"));
    calls.addAll(lines("seldom"));
    List<String> differences = new ArrayList<>();
    try (TwoHouses houses = new TwoHouses(server)) {
      for (String call : calls) {
        String sql = "SELECT " + call;
        TwoHouses.Answer theirs = houses.theirs(sql);
        TwoHouses.Answer ours = houses.ours(sql);
        boolean same = theirs.isError() ? theirs.code() == ours.code() : theirs.equals(ours);
        if (!same && ours.code() != NOT_IMPLEMENTED) {
          differences.add(sql + "\n  server: " + theirs + "\n  ours:   " + ours);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<String> lines(String file) throws IOException {
    String name = "/functions/" + file + ".sql";
    try (InputStream in = FunctionCallsTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
