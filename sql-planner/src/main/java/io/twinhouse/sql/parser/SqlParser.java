// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /**
   * One statement, with or without a semicolon. Data behind an INSERT is not looked at.
   *
   * @throws TwinhouseException 62 also when there is no statement or more than one
   */
  public static Statement parseStatement(String text) {
    return parseStatement(text, ParserLimits.DEFAULT);
  }

  /** As {@link #parseStatement(String)} with other limits. */
  public static Statement parseStatement(String text, ParserLimits limits) {
    return parseStatement(new Cursor(text, limits.maxQuerySize()), limits, false);
  }

  /**
   * As {@link #parseStatement(String)}.
   *
   * @param parameters the names that {@code {x:Identifier}} stands for, by x
   * @param implicitSelect whether what is no statement may be a SELECT without that word
   */
  public static Statement parseStatement(
      String text, Map<String, String> parameters, boolean implicitSelect) {
    Cursor cursor = new Cursor(text, ParserLimits.DEFAULT.maxQuerySize());
    cursor.setParameters(parameters);
    return parseStatement(cursor, ParserLimits.DEFAULT, implicitSelect);
  }

  private static Statement parseStatement(
      Cursor cursor, ParserLimits limits, boolean implicitSelect) {
    if (cursor.peek().kind() == TokenKind.END) {
      throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Empty query");
    }
    Grammar grammar = new Grammar(cursor, limits, false);
    Statement statement = guarded(() -> read(grammar, implicitSelect));
    boolean ended = false;
    while (atDelimiter(cursor)) {
      cursor.next();
      ended = true;
    }
    if (ended && cursor.peek().kind() != TokenKind.END) {
      throw cursor.failure(cursor.position(), "several statements where one is allowed");
    }
    cursor.expect(TokenKind.END);
    return statement;
  }

  private static boolean atDelimiter(Cursor cursor) {
    return cursor.at(TokenKind.SEMICOLON) || cursor.at(TokenKind.VERTICAL);
  }

  /**
   * All statements of a script, parted by semicolons; none for an empty text. VALUES of an INSERT
   * end at their semicolon, data of other formats at a semicolon at the end of a line. Which
   * settings will hold for a statement is not known here, so SELECT may be left out.
   */
  public static List<Statement> parseScript(String text) {
    return parseScript(text, ParserLimits.DEFAULT);
  }

  /** As {@link #parseScript(String)} with other limits, which hold for each statement. */
  public static List<Statement> parseScript(String text, ParserLimits limits) {
    Cursor cursor = new Cursor(text, limits.maxQuerySize());
    List<Statement> statements = new ArrayList<>();
    while (true) {
      while (atDelimiter(cursor)) {
        cursor.next();
      }
      if (cursor.peek().kind() == TokenKind.END) {
        return statements;
      }
      cursor.startStatement();
      Grammar grammar = new Grammar(cursor, limits, true);
      boolean data = cursor.isWordAhead(0, "INSERT");
      statements.add(guarded(() -> read(grammar, !data)));
      if (!atDelimiter(cursor)) {
        cursor.expect(TokenKind.END);
      }
    }
  }

  private static Statement read(Grammar grammar, boolean implicitSelect) {
    StatementParser statements = new StatementParser(grammar);
    return implicitSelect ? statements.statementOrExpressions() : statements.statement();
  }

  private static <T> T whole(String text, Function<Grammar, T> parse) {
    Cursor cursor = new Cursor(text, ParserLimits.DEFAULT.maxQuerySize());
    Grammar grammar = new Grammar(cursor, ParserLimits.DEFAULT, false);
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
