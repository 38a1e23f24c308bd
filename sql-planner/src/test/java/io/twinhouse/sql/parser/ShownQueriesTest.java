// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.sql.catalog.ShownText;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queries of views are shown as the server shows them, on one line and on several. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class ShownQueriesTest {

  private static final int QUERIES = Integer.getInteger("twinhouse.shownQueries", 200);

  @Test
  void areLaidOutAsOnTheServer(ClickHouseHttp server, RandomSource random) {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      String text = new DrawnViews(random.split()).query(random.between(0, 3));
      for (boolean lines : new boolean[] {true, false}) {
        String function = lines ? "formatQuery" : "formatQuerySingleLine";
        String expected =
            server
                .withParameter("q", text.replace("\\", "\\\\"))
                .query("SELECT " + function + "({q:String}) FORMAT RawBLOB");
        String found = ShownText.query(text, lines);
        if (!found.equals(expected)) {
          different.add(text + "\n  expected " + expected + "\n  but was  " + found);
        }
      }
    }
    assertThat(different).isEmpty();
  }
}
