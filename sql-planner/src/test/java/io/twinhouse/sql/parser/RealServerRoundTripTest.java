// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real server reads what we print, and we read what it makes of that. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class RealServerRoundTripTest {

  @Test
  void readsQueriesThatWePrint(ClickHouseHttp server, RandomSource random) {
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < 400; i++) {
      Query query = new RandomTrees(random.split()).queries().query(random.between(0, 4));
      String text = SqlPrinter.print(query);
      try {
        server.query("EXPLAIN AST " + text);
      } catch (ClickHouseRefusal e) {
        softly.assertThat(e.code()).as(e.text()).isNotEqualTo(62);
      }
    }
    softly.assertAll();
  }

  /** The server writes operators with brackets of its own, so both must agree on precedence. */
  @Test
  void agreesOnTheShapeOfExpressions(ClickHouseHttp server, RandomSource random) {
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < 400; i++) {
      Expr expression = new RandomTrees(random.split()).operators(random.between(1, 5));
      String text = SqlPrinter.print(expression);
      String formatted =
          server
              .withParameter("q", ("SELECT " + text).replace("\\", "\\\\"))
              .query("SELECT formatQuerySingleLine({q:String}) FORMAT RawBLOB");
      try {
        Expr again = SqlParser.parseExpression(formatted.substring("SELECT ".length()));
        softly.assertThat(SqlPrinter.print(again)).as(formatted).isEqualTo(text);
      } catch (TwinhouseException e) {
        softly.fail(formatted + " from " + text, e);
      }
    }
    softly.assertAll();
  }
}
