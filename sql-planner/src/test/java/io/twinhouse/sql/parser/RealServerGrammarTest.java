// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The real server makes the same tree of a text and of what we print for it. */
@RequiresClickHouse
final class RealServerGrammarTest {

  @Test
  void readsTheSameInWhatWePrint(ClickHouseHttp server) {
    SoftAssertions softly = new SoftAssertions();
    for (Goldens.Pair pair : Goldens.pairs("queries.txt")) {
      softly
          .assertThat(tree(server, pair.printed()))
          .as(pair.text())
          .isEqualTo(tree(server, pair.text()));
    }
    softly.assertAll();
  }

  @Test
  void rejectsWhatWeReject(ClickHouseHttp server) {
    SoftAssertions softly = new SoftAssertions();
    for (String text : Goldens.lines("rejected.txt")) {
      softly.assertThat(tree(server, text)).as(text).isEqualTo("error 62");
    }
    softly.assertAll();
  }

  @Test
  void writesStatementsOfOursAsItWritesTheOriginals(ClickHouseHttp server) {
    SoftAssertions softly = new SoftAssertions();
    for (Goldens.Pair pair : Goldens.pairs("statements.txt")) {
      softly
          .assertThat(formatted(server, pair.printed()))
          .as(pair.text())
          .isEqualTo(formatted(server, pair.text()));
    }
    softly.assertAll();
  }

  private static String formatted(ClickHouseHttp server, String text) {
    return server.query("SELECT formatQuerySingleLine($golden$" + text + "$golden$)");
  }

  /** The tree as text; texts with parameters fail alike, as their values are not given. */
  private static String tree(ClickHouseHttp server, String text) {
    try {
      return server.query("EXPLAIN AST " + text);
    } catch (ClickHouseRefusal e) {
      return "error " + e.code();
    }
  }
}
