// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parses ClickHouse SQL. Safe for several threads. Errors are {@link TwinhouseException}s: 62
 * (SYNTAX_ERROR) with the place and what was expected there; 306 and 167 for nesting that is too
 * deep.
 */
public final class SqlParser {
  private SqlParser() {}

  /** One expression, with an alias behind AS if it has one. */
  public static Expr parseExpression(String text) {
    return whole(text, grammar -> grammar.expressions.element());
  }

  /** One query without FORMAT and INTO OUTFILE. */
  public static Query parseQuery(String text) {
    return whole(text, grammar -> grammar.queries.query());
  }

  /** One type. */
  public static TypeName parseType(String text) {
    return whole(text, grammar -> grammar.types.parse());
  }

  private static <T> T whole(String text, Function<Grammar, T> parse) {
    Cursor cursor = new Cursor(text);
    Grammar grammar = new Grammar(cursor, ParserLimits.DEFAULT);
    T result = guarded(() -> parse.apply(grammar));
    cursor.accept(TokenKind.SEMICOLON);
    cursor.expect(TokenKind.END);
    return result;
  }

  /** Depth is counted, yet a caller may be deep in a small stack already. */
  static <T> T guarded(Supplier<T> parse) {
    try {
      return parse.get();
    } catch (StackOverflowError e) {
      throw new TwinhouseException(
          ErrorCode.TOO_DEEP_RECURSION, "The query is too deeply nested for this thread's stack");
    }
  }
}
