// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser.word;

import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A binary operator that is a function of its two sides.
 *
 * @param function the function behind it
 * @param level how tightly it binds, one of the constants
 * @param merges whether a run of it is one call with many arguments
 * @param words its words, for an operator of words
 */
public record Operator(String function, int level, boolean merges, String... words) {
  public static final int OR = 2;
  public static final int AND = 3;
  public static final int NOT = 4;
  public static final int IS = 5;
  public static final int BETWEEN = 6;
  public static final int COMPARE = 7;
  public static final int CONCAT = 8;
  public static final int ADD = 9;
  public static final int MULTIPLY = 10;
  public static final int TIME_ZONE = 11;
  public static final int NEGATE = 12;

  private static final Map<TokenKind, Operator> SYMBOLS =
      Map.ofEntries(
          Map.entry(TokenKind.EQUALS, new Operator("equals", COMPARE, false)),
          Map.entry(TokenKind.NOT_EQUALS, new Operator("notEquals", COMPARE, false)),
          Map.entry(TokenKind.LESS, new Operator("less", COMPARE, false)),
          Map.entry(TokenKind.LESS_OR_EQUALS, new Operator("lessOrEquals", COMPARE, false)),
          Map.entry(TokenKind.GREATER, new Operator("greater", COMPARE, false)),
          Map.entry(TokenKind.GREATER_OR_EQUALS, new Operator("greaterOrEquals", COMPARE, false)),
          Map.entry(TokenKind.SPACESHIP, new Operator("isNotDistinctFrom", COMPARE, false)),
          Map.entry(TokenKind.CONCAT, new Operator("concat", CONCAT, true)),
          Map.entry(TokenKind.PLUS, new Operator("plus", ADD, false)),
          Map.entry(TokenKind.MINUS, new Operator("minus", ADD, false)),
          Map.entry(TokenKind.ASTERISK, new Operator("multiply", MULTIPLY, false)),
          Map.entry(TokenKind.SLASH, new Operator("divide", MULTIPLY, false)),
          Map.entry(TokenKind.PERCENT, new Operator("modulo", MULTIPLY, false)));

  private static final Operator[] WORDS = {
    new Operator("or", OR, true, "OR"),
    new Operator("and", AND, true, "AND"),
    new Operator("isNotDistinctFrom", IS, false, "IS", "NOT", "DISTINCT", "FROM"),
    new Operator("isDistinctFrom", IS, false, "IS", "DISTINCT", "FROM"),
    new Operator("like", COMPARE, false, "LIKE"),
    new Operator("ilike", COMPARE, false, "ILIKE"),
    new Operator("notLike", COMPARE, false, "NOT", "LIKE"),
    new Operator("notILike", COMPARE, false, "NOT", "ILIKE"),
    new Operator("match", COMPARE, false, "REGEXP"),
    new Operator("in", COMPARE, false, "IN"),
    new Operator("notIn", COMPARE, false, "NOT", "IN"),
    new Operator("globalIn", COMPARE, false, "GLOBAL", "IN"),
    new Operator("globalNotIn", COMPARE, false, "GLOBAL", "NOT", "IN"),
    new Operator("modulo", MULTIPLY, false, "MOD"),
    new Operator("intDiv", MULTIPLY, false, "DIV"),
    new Operator("toTimeZone", TIME_ZONE, false, "AT", "TIME", "ZONE"),
  };

  /** The operator that comes now, not passed yet; null if there is none. */
  public static @Nullable Operator at(Cursor cursor) {
    TokenKind kind = cursor.peek().kind();
    if (kind != TokenKind.WORD) {
      return SYMBOLS.get(kind);
    }
    for (Operator operator : WORDS) {
      if (cursor.isWordAhead(0, operator.words[0]) && operator.restFollows(cursor)) {
        return operator;
      }
    }
    return null;
  }

  /** Whether its right operand is a pattern, behind which ESCAPE may stand. */
  public boolean isPattern() {
    return function.endsWith("ike");
  }

  /** {@code IN PARTITION} is no operator but what follows a list of assignments. */
  private boolean restFollows(Cursor cursor) {
    if (function.equals("in") && cursor.isWordAhead(1, "PARTITION")) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (!cursor.isWordAhead(i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Passes the operator. */
  public void pass(Cursor cursor) {
    for (int i = 0; i < Math.max(1, words.length); i++) {
      cursor.next();
    }
  }
}
