// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.print.SqlPrinter;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

final class QueryTextTest {

  @Test
  void printsAsTheGoldensSay() {
    SoftAssertions softly = new SoftAssertions();
    for (Goldens.Pair pair : Goldens.pairs("queries.txt")) {
      Query query = SqlParser.parseQuery(pair.text());
      softly.assertThat(SqlPrinter.print(query)).as(pair.text()).isEqualTo(pair.printed());
    }
    softly.assertAll();
  }

  @Test
  void parsesWhatItPrintsToTheSameTree() {
    SoftAssertions softly = new SoftAssertions();
    for (Goldens.Pair pair : Goldens.pairs("queries.txt")) {
      Query query = SqlParser.parseQuery(pair.text());
      softly.assertThat(SqlParser.parseQuery(pair.printed())).as(pair.text()).isEqualTo(query);
    }
    softly.assertAll();
  }

  @Test
  void rejectsWhatTheServerRejects() {
    SoftAssertions softly = new SoftAssertions();
    for (String text : Goldens.lines("rejected.txt")) {
      softly
          .assertThatThrownBy(() -> SqlParser.parseQuery(text))
          .as(text)
          .isInstanceOfSatisfying(
              TwinhouseException.class,
              e -> assertThat(e.number()).isEqualTo(ErrorCode.SYNTAX_ERROR.number()));
    }
    softly.assertAll();
  }

  @Test
  void treesThatSayTheSameAreEqualWhereverTheyStood() {
    Expr one = SqlParser.parseExpression("a + 1");
    Expr other = SqlParser.parseExpression("\n  plus(a,\n 1)");
    assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(((Call) other).arguments().get(1).position()).hasToString("line 3, col 2");
  }

  @Test
  void keepsNumbersExactly() {
    assertThat(number("0x1F").integerValue()).isEqualTo("31");
    assertThat(number("1_000_000").integerValue()).isEqualTo("1000000");
    assertThat(number("-9223372036854775808").isInteger()).isTrue();
    assertThat(number("-9223372036854775809").isInteger()).isFalse();
    assertThat(number("18446744073709551615").isInteger()).isTrue();
    assertThat(number("18446744073709551616").doubleValue()).isEqualTo(18446744073709551616.0);
    assertThat(number("0x1.8p3").doubleValue()).isEqualTo(12);
    assertThat(number("-inf").doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(number("NaN").doubleValue()).isNaN();
    assertThat(number("-0").doubleValue()).isEqualTo(0.0);
    assertThat(number(".5e1").doubleValue()).isEqualTo(5);
  }

  private static Literal.Number number(String text) {
    return (Literal.Number) SqlParser.parseExpression(text);
  }

  @Test
  void stringsHoldBytes() {
    Literal.Text text = (Literal.Text) SqlParser.parseExpression("'a\\xFF\u00e9\\xC3\\xA9'");
    byte[] utf8 = "\u00e9".getBytes(StandardCharsets.UTF_8);
    assertThat(text.bytes()).containsExactly('a', 0xFF, utf8[0] & 0xFF, utf8[1] & 0xFF, 0xC3, 0xA9);
    assertThat(text.isUtf8()).isFalse();
    assertThat(SqlPrinter.print(text)).isEqualTo("'a\\xFF\u00e9\u00e9'");
    assertThat(SqlParser.parseExpression(SqlPrinter.print(text))).isEqualTo(text);
  }

  @Test
  void knowsPathsIntoJson() {
    Identifier path = (Identifier) SqlParser.parseExpression("data.a[].`b c`.:Int64");
    assertThat(path.path()).containsExactly("data", "a", ":`Array(JSON)`", "b c", ":`Int64`");
  }

  @Test
  void errorsSayWhereAndWhat() {
    assertThatThrownBy(() -> SqlParser.parseQuery("SELECT 1,\n  2 3"))
        .hasMessageStartingWith("Syntax error: failed at position 15 (3) (line 2, col 5): 3.")
        .hasMessageContaining("FROM");
    assertThatThrownBy(() -> SqlParser.parseQuery("SELECT '\u00e9', ~"))
        .hasMessage("Unrecognized token: Syntax error: failed at position 14 (~): ~.. ");
    assertThatThrownBy(() -> SqlParser.parseQuery("SELECT (1"))
        .hasMessageEndingWith("failed at position 8 ((): (1. Unmatched parentheses: (");
    assertThatThrownBy(() -> SqlParser.parseQuery("SELECT 'a"))
        .hasMessageStartingWith("Single quoted string is not closed: ");
  }

  @Test
  void nestingHasAnEnd() {
    assertCode("SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000), 306);
    assertCode("SELECT " + "f(".repeat(5000) + "1" + ")".repeat(5000), 306);
    assertCode("SELECT " + "[".repeat(50000) + "1" + "]".repeat(50000), 306);
    assertCode("SELECT " + "not ".repeat(50000) + "1", 306);
    assertCode("SELECT " + "- ".repeat(50000) + "a", 306);
    assertCode("SELECT " + "(SELECT ".repeat(5000) + "1" + ")".repeat(5000), 306);
    assertCode("SELECT x::" + "Array(".repeat(5000) + "Int8" + ")".repeat(5000), 306);
    assertCode("SELECT 1" + " + 1".repeat(50000), 167);
    assertCode("SELECT x" + "[1]".repeat(50000), 167);
    assertCode("SELECT x" + " IS NULL".repeat(30000), 167);
    assertCode("SELECT 1 FROM t" + " CROSS JOIN t".repeat(20000), 167);
    assertCode("SELECT 1" + " UNION ALL SELECT 1 UNION DISTINCT SELECT 1".repeat(5000), 167);
  }

  @Test
  void whatTheServerNestsIsNotTooDeep() {
    for (String text :
        new String[] {
          "SELECT " + "(".repeat(190) + "1" + ")".repeat(190),
          "SELECT " + "f(".repeat(490) + "1" + ")".repeat(490),
          "SELECT " + "[".repeat(450) + "1" + "]".repeat(450),
          "SELECT 1" + " + 1".repeat(490),
          "SELECT 1" + " AND a".repeat(20_000),
          "SELECT 1" + " UNION ALL SELECT 1".repeat(10_000),
          "SELECT " + "(SELECT ".repeat(80) + "1" + ")".repeat(80)
        }) {
      Query query = SqlParser.parseQuery(text);
      assertThat(SqlParser.parseQuery(SqlPrinter.print(query))).isEqualTo(query);
    }
  }

  @Test
  void whatIsWideIsNotDeep() {
    for (String column :
        new String[] {
          "a AS b",
          "f(a)",
          "(a, b)",
          "[a]",
          "a + 1",
          "x -> x",
          "a IS NULL",
          "a::Int8",
          "(SELECT 1)",
          "INTERVAL 1 DAY",
          "CASE WHEN a THEN b END",
          "a BETWEEN b AND c",
          "-a",
          "NOT a",
          "a[1].2",
          "sum(a) OVER (ORDER BY b)",
          "CAST(a AS Array(Int8))",
          "EXTRACT(day FROM a)",
          "DATE '2020-01-01'",
          "TRIM(BOTH 'a' FROM b)",
          "a ? b : c",
          "* EXCEPT (a)"
        }) {
      String text = "SELECT " + (column + ", ").repeat(2000) + "1";
      assertThat(SqlParser.parseQuery(text)).as(column).isNotNull();
    }
    String where = "SELECT 1 FROM t WHERE " + "(a = 1 AS x) OR ".repeat(3000) + "b";
    assertThat(SqlParser.parseQuery(where)).isNotNull();
    String with = "WITH " + "(SELECT 1) AS x, ".repeat(1000) + "y AS (SELECT 1) SELECT 1";
    assertThat(SqlParser.parseQuery(with)).isNotNull();
  }

  private static void assertCode(String text, int code) {
    assertThatThrownBy(() -> SqlParser.parseQuery(text))
        .isInstanceOfSatisfying(
            TwinhouseException.class, e -> assertThat(e.number()).isEqualTo(code));
  }
}
