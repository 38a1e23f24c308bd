// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

/** What a token is. */
public enum TokenKind {
  /** A name or keyword without quotes. */
  WORD("identifier"),
  /** A name in backticks or double quotes. */
  QUOTED("identifier"),
  NUMBER("number"),
  /** {@code 'text'}, {@code x'4142'}, {@code b'0101'}, {@code $tag$text$tag$}. */
  STRING("string literal"),
  OPEN_PAREN("OpeningRoundBracket"),
  CLOSE_PAREN("ClosingRoundBracket"),
  OPEN_SQUARE("OpeningSquareBracket"),
  CLOSE_SQUARE("ClosingSquareBracket"),
  OPEN_CURLY("OpeningCurlyBrace"),
  CLOSE_CURLY("ClosingCurlyBrace"),
  COMMA("Comma"),
  SEMICOLON("Semicolon"),
  /** {@code \G}, which ends a statement as a semicolon does. */
  VERTICAL("VerticalDelimiter"),
  DOT("Dot"),
  ASTERISK("Asterisk"),
  DOLLAR("DollarSign"),
  PLUS("Plus"),
  MINUS("Minus"),
  SLASH("Slash"),
  PERCENT("Percent"),
  ARROW("Arrow"),
  QUESTION("QuestionMark"),
  COLON("Colon"),
  CARET("Caret"),
  DOUBLE_COLON("DoubleColon"),
  EQUALS("Equals"),
  NOT_EQUALS("NotEquals"),
  LESS("Less"),
  GREATER("Greater"),
  LESS_OR_EQUALS("LessOrEquals"),
  GREATER_OR_EQUALS("GreaterOrEquals"),
  /** {@code <=>}. */
  SPACESHIP("Spaceship"),
  PIPE("PipeMark"),
  /** {@code ||}. */
  CONCAT("Concatenation"),
  AT("At"),
  DOUBLE_AT("DoubleAt"),
  /** What is no token; {@link Token#problem()} says why. */
  ERROR("token"),
  END("end of query");

  private final String label;

  TokenKind(String label) {
    this.label = label;
  }

  /** What errors call it. */
  public String label() {
    return label;
  }
}
