// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Statement;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementTextTest {

  @Test
  void printsAsTheGoldensSay() {
    SoftAssertions softly = new SoftAssertions();
    for (Goldens.Pair pair : Goldens.pairs("statements.txt")) {
      Statement statement = SqlParser.parseStatement(pair.text());
      softly.assertThat(SqlPrinter.print(statement)).as(pair.text()).isEqualTo(pair.printed());
      softly.assertThat(SqlParser.parseStatement(pair.printed())).isEqualTo(statement);
    }
    softly.assertAll();
  }

  @Test
  void queriesAreStatements() {
    for (Goldens.Pair pair : Goldens.pairs("queries.txt")) {
      assertThat(SqlPrinter.print(SqlParser.parseStatement(pair.text() + ";")))
          .isEqualTo(pair.printed());
    }
  }

  @Test
  void rejectsWhatTheServerRejects() {
    SoftAssertions softly = new SoftAssertions();
    for (String text : Goldens.lines("statements-rejected.txt")) {
      softly
          .assertThatThrownBy(() -> SqlParser.parseStatement(text))
          .as(text)
          .isInstanceOfSatisfying(
              TwinhouseException.class, e -> assertThat(e.number()).isEqualTo(62));
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FUNCTION f LANGUAGE WASM",
        "BACKUP TABLE t TO Disk('d', 'x')",
        "ALTER QUOTA q KEYED BY normalized_query_hash",
        "CREATE NAMED COLLECTION c AS a = 1",
        "CREATE MATERIALIZED VIEW v REFRESH EVERY 1 HOUR TO t AS SELECT 1",
        "SYSTEM DROP REPLICA 'r' FROM TABLE t"
      })
  void refusesByNameWhatItDoesNotKnow(String text) {
    assertThatThrownBy(() -> SqlParser.parseStatement(text))
        .isInstanceOfSatisfying(TwinhouseException.class, e -> assertThat(e.number()).isEqualTo(48))
        .hasMessageEndingWith("is not supported");
  }

  @Test
  void findsTheDataOfAnInsertWithoutLookingAtIt() {
    assertData("INSERT INTO t (a) VALUES (1, '~'), ^&*", "Values", " (1, '~'), ^&*");
    assertData("INSERT INTO t FORMAT CSV  \n1,'\n2,\"", "CSV", "1,'\n2,\"");
    assertData("INSERT INTO t FORMAT JSONEachRow {\"a\":1}", "JSONEachRow", "{\"a\":1}");
    assertData("INSERT INTO t FORMAT TSV\r\n\n", "TSV", "\n");
    assertData("INSERT INTO t SETTINGS async_insert = 1 FORMAT RowBinary", "RowBinary", "");
  }

  private static void assertData(String text, String format, String data) {
    Insert insert = (Insert) SqlParser.parseStatement(text);
    assertThat(insert.source())
        .isInstanceOfSatisfying(
            Insert.Data.class,
            source -> {
              assertThat(source.format()).isEqualTo(format);
              assertThat(text.substring(source.span().start(), source.span().end()))
                  .isEqualTo(data);
            });
  }

  @Test
  void dataMayBeLargerThanAQuery() {
    String text = "INSERT INTO t VALUES " + "(1),".repeat(100_000) + "(1)";
    Insert insert = (Insert) SqlParser.parseStatement(text);
    assertThat(((Insert.Data) insert.source()).span().end()).isEqualTo(text.length());
  }

  @Test
  void aQueryHasALimitOfSize() {
    String text = "SELECT '" + "x".repeat(270_000) + "'";
    assertThatThrownBy(() -> SqlParser.parseStatement(text))
        .hasMessageStartingWith("Max query size exceeded")
        .hasMessageContaining("max_query_size");
    assertThat(SqlParser.parseStatement(text, new ParserLimits(0, 1000, 1000))).isNotNull();
  }

  @Test
  void splitsScripts() {
    String script =
        """
        -- a script
        CREATE TABLE t (a String) ENGINE = Memory;
        INSERT INTO t VALUES (';'), ('x''y;');;
        INSERT INTO t FORMAT CSV
        a;b
        "c";
        # shebang-like comments
        SELECT a FROM t FORMAT TSV; /* the last has no semicolon */ SELECT $$;$$
        """;
    List<Statement> statements = SqlParser.parseScript(script);
    assertThat(statements).hasSize(5);
    assertThat(statements.stream().map(SqlPrinter::print))
        .containsExactly(
            "CREATE TABLE t (a String) ENGINE = Memory",
            "INSERT INTO t VALUES",
            "INSERT INTO t FORMAT CSV",
            "SELECT a FROM t FORMAT TSV",
            "SELECT ';'");
    assertThat(dataOf(script, statements.get(1))).isEqualTo(" (';'), ('x''y;')");
    assertThat(dataOf(script, statements.get(2))).isEqualTo("a;b\n\"c\"");
    assertThat(statements.get(3)).isInstanceOf(Formatted.class);
    assertThat(statements.get(3).position().line()).isEqualTo(8);
    assertThat(SqlParser.parseScript(" ;; -- nothing")).isEmpty();
  }

  private static String dataOf(String script, Statement statement) {
    Insert.Data data = (Insert.Data) ((Insert) statement).source();
    return script.substring(data.span().start(), data.span().end());
  }

  @Test
  void errorsInScriptsPointIntoTheScript() {
    assertThatThrownBy(() -> SqlParser.parseScript("SELECT (1);\nSELECT 2 +;\nSELECT (3"))
        .hasMessageStartingWith("Syntax error: failed at position 23 (;) (line 2, col 11): ;");
    assertThatThrownBy(() -> SqlParser.parseScript("SELECT (1);\nSELECT (2"))
        .hasMessageEndingWith("Unmatched parentheses: (");
  }

  @Test
  void oneStatementMeansOne() {
    assertThat(SqlParser.parseStatement("SELECT 1;;")).isNotNull();
    assertThat(SqlParser.parseStatement("SELECT 1\\G")).isNotNull();
    assertThatThrownBy(() -> SqlParser.parseStatement("SELECT 1; SELECT 2"))
        .hasMessageContaining("several statements where one is allowed");
    assertThatThrownBy(() -> SqlParser.parseStatement(" -- nothing")).hasMessage("Empty query");
  }

  @Test
  void secretsStayOutOfToString() {
    Statement user = SqlParser.parseStatement("CREATE USER bob IDENTIFIED BY 'secret'");
    assertThat(user.toString()).doesNotContain("secret");
  }
}
