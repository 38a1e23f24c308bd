// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Queries clause by clause, on both houses: the same rows, or the same error. A file has one
 * statement a line; those that make tables run on both, what starts with {@code #} is a comment.
 */
@RequiresClickHouse
final class ClausesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "joins",
        "correlated",
        "filling",
        "fills",
        "rest",
        "windows",
        "sets",
        "calls",
        "relations",
        "grouping",
        "ordering",
        "columns",
        "sources",
        "numerals",
        "random",
        "aggregates",
        "chosen",
        "extremes",
        "limits",
        "texts",
        "json",
        "paths",
        "declared",
        "dictionaries",
        "trade",
        "pruning",
        "lookups",
        "series",
        "variants",
        "computed",
        "dynamics",
        "brainfloats",
        "unlike",
        "loops",
        "shapes",
        "named",
        "overs",
        "readings",
        "wellknown",
        "hexagons",
        "nullkeys",
        "nested",
        "members",
        "regions",
        "ends",
        "emptied",
        "unbracketed",
        "bits",
        "formats",
        "depths",
        "parts",
        "compound"
      })
  void bothHousesAgree(String clauses) throws IOException {
    ClickHouseHttp server = RealClickHouse.get().freshDatabase("clauses_" + clauses);
    List<String> differences = new ArrayList<>();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      for (String statement : statements("tables")) {
        server.query(statement);
        engine.execute(statement);
      }
      for (String query : statements(clauses)) {
        String theirs = Answers.of(server, query);
        String ours = Answers.of(engine, query);
        if (!Answers.agree(theirs, ours)) {
          differences.add(query + "\n  server: " + theirs + "\n  ours:   " + ours);
        }
      }
    }
    server.query("DROP DATABASE " + server.database());
    assertThat(differences).isEmpty();
  }

  static List<String> statements(String file) throws IOException {
    return SqlLines.of("/clauses/" + file + ".sql");
  }
}
