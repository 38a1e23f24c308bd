// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is printed parses to what was printed, for any tree. */
@ExtendWith(Seed.class)
final class RoundTripTest {

  @Test
  void expressionsSurviveText(RandomSource random) {
    for (int i = 0; i < 5000; i++) {
      Expr expression = new RandomTrees(random.split()).element(random.between(0, 5));
      String text = SqlPrinter.print(expression);
      assertSame(text, parsed(text), expression);
    }
  }

  private static void assertSame(String text, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      String one = bare(expected);
      String other = bare(actual);
      int at = 0;
      while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
        at++;
      }
      int from = Math.max(0, at - 150);
      throw new AssertionError(
          text
              + "\nbegan as ..."
              + one.substring(from, Math.min(one.length(), at + 250))
              + "\nparsed to ..."
              + other.substring(from, Math.min(other.length(), at + 250)));
    }
  }

  private static String bare(Object tree) {
    return tree.toString().replaceAll("position=(nowhere|line \\d+, col \\d+)(, )?", "");
  }

  private static Expr parsed(String text) {
    try {
      return SqlParser.parseExpression(text);
    } catch (TwinhouseException e) {
      throw new AssertionError("does not parse: " + text, e);
    }
  }

  @Test
  void queriesSurviveText(RandomSource random) {
    for (int i = 0; i < 3000; i++) {
      Query query = new RandomTrees(random.split()).queries().query(random.between(0, 4));
      String text = SqlPrinter.print(query);
      Query again;
      try {
        again = SqlParser.parseQuery(text);
      } catch (TwinhouseException e) {
        throw new AssertionError("does not parse: " + text, e);
      }
      assertThat(SqlPrinter.print(again)).isEqualTo(text);
      assertSame(text, again, query);
    }
  }
}
