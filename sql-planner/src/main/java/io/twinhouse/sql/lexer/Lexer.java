// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts tokens from a text, one at a time. Rules were taken from the real server's answers. Not safe
 * for several threads.
 */
public final class Lexer {
  private final String text;
  private int at;
  private TokenKind previous = TokenKind.END;

  /** A lexer at the start of a text. */
  public Lexer(String text) {
    this.text = text;
  }

  /** The next token that is neither space nor comment. */
  public Token next() {
    Token skipped = skip();
    Token token = skipped != null ? skipped : cut();
    at = token.end();
    previous = token.kind();
    return token;
  }

  /** Goes on at {@code offset}. */
  void jumpTo(int offset) {
    at = offset;
    previous = TokenKind.END;
  }

  /** Skips spaces and comments; a token only if a comment is not closed. */
  private @Nullable Token skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (startsLineComment(c)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (c == '/' && peek(1) == '*') {
        int end = endOfComment();
        if (end < 0) {
          return error(text.length(), "Multiline comment is not closed: ");
        }
        at = end;
      } else {
        return null;
      }
    }
    return null;
  }

  private boolean startsLineComment(char c) {
    return switch (c) {
      case '-' -> peek(1) == '-';
      case '/' -> peek(1) == '/';
      case '#' -> peek(1) == ' ' || peek(1) == '!';
      default -> false;
    };
  }

  private static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || c == '\u180e'
        || c == '\u200b'
        || c == '\u200c'
        || c == '\u200d'
        || c == '\u2060'
        || c == '\ufeff'
        || (c > 127 && Character.isSpaceChar(c));
  }

  /** Comments nest. */
  private int endOfComment() {
    int depth = 0;
    int i = at;
    while (i + 1 < text.length()) {
      char c = text.charAt(i);
      char d = text.charAt(i + 1);
      if (c == '/' && d == '*') {
        depth++;
        i += 2;
      } else if (c == '*' && d == '/') {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return -1;
  }

  private Token cut() {
    if (at >= text.length()) {
      return new Token(TokenKind.END, text.length(), text.length());
    }
    char c = text.charAt(at);
    if (isDigit(c) || (c == '.' && isDigit(peek(1)) && !dotJoins())) {
      return number();
    }
    if (isWordStart(c)) {
      return word(c);
    }
    return switch (c) {
      case '\'' -> quoted('\'', TokenKind.STRING, "Single quoted string is not closed: ");
      case '`' -> quoted('`', TokenKind.QUOTED, "Back quoted string is not closed: ");
      case '"' -> quoted('"', TokenKind.QUOTED, "Double quoted string is not closed: ");
      case '\u2018' -> curly('\u2019', TokenKind.STRING, "Single quoted string is not closed: ");
      case '\u201c' -> curly('\u201d', TokenKind.QUOTED, "Double quoted string is not closed: ");
      case '$' -> dollar();
      default -> symbol(c);
    };
  }

  /** Whether a dot here belongs to what stands before it: {@code t.1}, {@code f(x).1}. */
  private boolean dotJoins() {
    return switch (previous) {
      case WORD, QUOTED, NUMBER, CLOSE_PAREN, CLOSE_SQUARE, DOT -> true;
      default -> false;
    };
  }

  private Token word(char first) {
    char quote = peek(1);
    if (quote == '\'' && (first == 'x' || first == 'X')) {
      int end = digits(at + 2, c -> Character.digit(c, 16) >= 0);
      if (charAt(end) == '\'') {
        return new Token(TokenKind.STRING, at, end + 1);
      }
    }
    if (quote == '\'' && (first == 'b' || first == 'B')) {
      int end = digits(at + 2, c -> c == '0' || c == '1');
      if (charAt(end) == '\'') {
        return new Token(TokenKind.STRING, at, end + 1);
      }
    }
    return new Token(TokenKind.WORD, at, endOfWord(at));
  }

  private int digits(int from, IntPredicate wanted) {
    int i = from;
    while (i < text.length() && wanted.test(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int endOfWord(int from) {
    int i = from;
    while (isWordPart(charAt(i))) {
      i++;
    }
    return i;
  }

  /** {@code $tag$ ... $tag$}, or a word that has dollars in it. */
  private Token dollar() {
    int tagEnd = at + 1;
    while (isWordPart(charAt(tagEnd)) && charAt(tagEnd) != '$') {
      tagEnd++;
    }
    if (charAt(tagEnd) == '$') {
      String tag = text.substring(at, tagEnd + 1);
      int close = text.indexOf(tag, tagEnd + 1);
      if (close >= 0) {
        return new Token(TokenKind.STRING, at, close + tag.length());
      }
    }
    char second = peek(1);
    if (isWordPart(second) && second != '$') {
      return new Token(TokenKind.WORD, at, endOfWord(at));
    }
    return new Token(TokenKind.DOLLAR, at, at + 1);
  }

  private Token quoted(char quote, TokenKind kind, String problem) {
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == quote) {
        if (charAt(i + 1) != quote) {
          return kind == TokenKind.QUOTED && i == at + 1
              ? error(i + 1, "")
              : new Token(kind, at, i + 1);
        }
        i += 2;
      } else {
        i++;
      }
    }
    return error(text.length(), problem);
  }

  /** Typographic quotes, which have no escapes. */
  private Token curly(char close, TokenKind kind, String problem) {
    int end = text.indexOf(close, at + 1);
    if (end == at + 1 && kind == TokenKind.QUOTED) {
      return error(end + 1, "");
    }
    return end < 0 ? error(text.length(), problem) : new Token(kind, at, end + 1);
  }

  private Token number() {
    int end = previous == TokenKind.DOT ? digitsAndUnderscores(at, 10) : endOfNumber();
    if (!isWordPart(charAt(end)) || charAt(end) == '$') {
      return new Token(TokenKind.NUMBER, at, end);
    }
    int wordEnd = at;
    while (isWordPart(charAt(wordEnd))) {
      wordEnd++;
    }
    if (wordEnd > end || text.indexOf('.', at) < 0 || text.indexOf('.', at) >= end) {
      return new Token(TokenKind.WORD, at, wordEnd);
    }
    return error(endOfWord(end), "Wrong number: ");
  }

  private int endOfNumber() {
    char second = peek(1);
    boolean zero = text.charAt(at) == '0';
    boolean hex = zero && (second == 'x' || second == 'X') && Character.digit(peek(2), 16) >= 0;
    boolean binary = zero && (second == 'b' || second == 'B') && Character.digit(peek(2), 2) >= 0;
    if (binary) {
      return digitsAndUnderscores(at + 2, 2);
    }
    int radix = hex ? 16 : 10;
    int i = digitsAndUnderscores(hex ? at + 2 : at, radix);
    if (charAt(i) == '.') {
      i = digitsAndUnderscores(i + 1, radix);
    }
    char e = Character.toLowerCase(charAt(i));
    if (e == (hex ? 'p' : 'e')) {
      int sign = charAt(i + 1) == '+' || charAt(i + 1) == '-' ? 1 : 0;
      if (isDigit(charAt(i + 1 + sign))) {
        return digitsAndUnderscores(i + 1 + sign, 10);
      }
    }
    return i;
  }

  /** Single underscores may stand between digits. */
  private int digitsAndUnderscores(int from, int radix) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean joined = c == '_' && i > from && Character.digit(charAt(i + 1), radix) >= 0;
      if (c > 127 || (Character.digit(c, radix) < 0 && !joined)) {
        break;
      }
      i++;
    }
    return i;
  }

  private Token symbol(char c) {
    TokenKind two = twoChars(c, peek(1));
    if (two != null) {
      int length = two == TokenKind.SPACESHIP ? 3 : 2;
      return new Token(two, at, at + length);
    }
    TokenKind one = oneChar(c);
    if (one != null) {
      return new Token(one, at, at + 1);
    }
    if (c == '!') {
      return error(at + 1, "Exclamation mark can only occur in != operator: ");
    }
    return error(at + Character.charCount(text.codePointAt(at)), "Unrecognized token: ");
  }

  private @Nullable TokenKind twoChars(char c, char d) {
    return switch (c) {
      case '-' -> d == '>' ? TokenKind.ARROW : null;
      case ':' -> d == ':' ? TokenKind.DOUBLE_COLON : null;
      case '=' -> d == '=' ? TokenKind.EQUALS : null;
      case '!' -> d == '=' ? TokenKind.NOT_EQUALS : null;
      case '<' -> lessAnd(d);
      case '>' -> d == '=' ? TokenKind.GREATER_OR_EQUALS : null;
      case '|' -> d == '|' ? TokenKind.CONCAT : null;
      case '@' -> d == '@' ? TokenKind.DOUBLE_AT : null;
      case '\\' -> d == 'G' ? TokenKind.VERTICAL : null;
      default -> null;
    };
  }

  private @Nullable TokenKind lessAnd(char d) {
    if (d == '>') {
      return TokenKind.NOT_EQUALS;
    }
    if (d != '=') {
      return null;
    }
    return peek(2) == '>' ? TokenKind.SPACESHIP : TokenKind.LESS_OR_EQUALS;
  }

  private static @Nullable TokenKind oneChar(char c) {
    return switch (c) {
      case '(' -> TokenKind.OPEN_PAREN;
      case ')' -> TokenKind.CLOSE_PAREN;
      case '[' -> TokenKind.OPEN_SQUARE;
      case ']' -> TokenKind.CLOSE_SQUARE;
      case '{' -> TokenKind.OPEN_CURLY;
      case '}' -> TokenKind.CLOSE_CURLY;
      case ',' -> TokenKind.COMMA;
      case ';' -> TokenKind.SEMICOLON;
      case '.' -> TokenKind.DOT;
      case '*' -> TokenKind.ASTERISK;
      case '+' -> TokenKind.PLUS;
      case '-', '\u2212' -> TokenKind.MINUS;
      case '/' -> TokenKind.SLASH;
      case '%' -> TokenKind.PERCENT;
      case '?' -> TokenKind.QUESTION;
      case ':' -> TokenKind.COLON;
      case '^' -> TokenKind.CARET;
      case '=' -> TokenKind.EQUALS;
      case '<' -> TokenKind.LESS;
      case '>' -> TokenKind.GREATER;
      case '|' -> TokenKind.PIPE;
      case '@' -> TokenKind.AT;
      default -> null;
    };
  }

  private Token error(int end, String problem) {
    return new Token(TokenKind.ERROR, at, end, problem);
  }

  private char peek(int ahead) {
    return charAt(at + ahead);
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
