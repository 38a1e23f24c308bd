// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables, views and dictionaries that the grammars of features ask, of {@code
 * /features/tables.sql}; a seed settles their rows.
 */
record FeatureTables(List<String> statements) {

  private static final Pattern MADE =
      Pattern.compile("CREATE (TABLE|VIEW|MATERIALIZED VIEW|DICTIONARY) (\\w+).*");

  static FeatureTables of(int seed) throws IOException {
    String drawn = Integer.toString(seed);
    return new FeatureTables(
        SqlLines.of("/features/tables.sql").stream()
            .map(line -> line.replace("SEED", drawn))
            .toList());
  }

  /** Makes and fills them anew on both. */
  void fill(ClickHouseHttp server, Twinhouse engine) {
    drops().forEach(server::query);
    for (String statement : statements) {
      server.query(statement);
      engine.execute(statement);
    }
  }

  /** What goes before the statements where they were made already; what needs others goes first. */
  List<String> drops() {
    List<String> drops = new ArrayList<>();
    for (String statement : statements) {
      Matcher made = MADE.matcher(statement);
      if (made.matches()) {
        String kind = made.group(1).replace("MATERIALIZED ", "");
        drops.add(0, "DROP " + kind + " IF EXISTS " + made.group(2) + " SYNC");
      }
    }
    return drops;
  }
}
