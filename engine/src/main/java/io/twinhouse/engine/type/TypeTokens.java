// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts type text into words, numbers, quoted strings and punctuation. */
final class TypeTokens {

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int next;

  TypeTokens(String text) {
    this.text = text;
    int position = 0;
    while (position < text.length()) {
      position = Character.isWhitespace(text.charAt(position)) ? position + 1 : scan(position);
    }
  }

  private int scan(int start) {
    char first = text.charAt(start);
    int end = start + 1;
    if (first == '\'' || first == '`' || first == '"') {
      end = endOfQuoted(start, first);
    } else if (isWord(first)) {
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
    }
    tokens.add(text.substring(start, end));
    starts.add(start);
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c == '-' || c == '+';
  }

  private int endOfQuoted(int start, char quote) {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    throw syntaxError(start);
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** The next token without taking it; empty at the end. */
  String peek() {
    return atEnd() ? "" : tokens.get(next);
  }

  String peek(int ahead) {
    return next + ahead < tokens.size() ? tokens.get(next + ahead) : "";
  }

  String take() {
    if (atEnd()) {
      throw syntaxError(text.length());
    }
    return tokens.get(next++);
  }

  boolean takeIf(String token) {
    if (peek().equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!takeIf(token)) {
      throw syntaxError(atEnd() ? text.length() : starts.get(next));
    }
  }

  /** Everything up to the parenthesis that closes the one just taken, which is taken too. */
  String takeRaw() {
    int from = atEnd() ? text.length() : starts.get(next);
    int depth = 1;
    while (!atEnd()) {
      int at = starts.get(next);
      String token = take();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0) {
        return text.substring(from, at).trim();
      }
    }
    throw syntaxError(text.length());
  }

  /** The characters a quoted token stands for; other tokens stand for themselves. */
  static String unquote(String token) {
    char quote = token.charAt(0);
    if (quote != '\'' && quote != '`' && quote != '"') {
      return token;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < token.length() - 1; i++) {
      char c = token.charAt(i);
      boolean escape = c == '\\' || c == quote;
      plain.append(escape && i + 1 < token.length() - 1 ? token.charAt(++i) : c);
    }
    return plain.toString();
  }

  TwinhouseException syntaxError(int position) {
    String rest = position < text.length() ? text.substring(position) : "end of text";
    return new TwinhouseException(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error (data type): failed at position "
            + (position + 1)
            + " ("
            + rest
            + "): "
            + text);
  }

  /** The SQL standard's and MySQL's names of types, which ClickHouse accepts in any case. */
  static final class Aliases {

    private static final Map<String, String> BY_UPPER_CASE_NAME = new HashMap<>();

    static {
      alias("Bool", "BOOL", "BOOLEAN");
      alias("DateTime", "TIMESTAMP", "DATETIME32");
      alias("Decimal", "DEC", "FIXED", "NUMERIC");
      alias("Enum", "ENUM");
      alias("FixedString", "BINARY");
      alias("Float32", "FLOAT", "REAL", "SINGLE");
      alias("Float64", "DOUBLE", "DOUBLE PRECISION");
      alias("IPv4", "INET4");
      alias("IPv6", "INET6");
      alias("Int8", "BYTE", "INT1", "INT1 SIGNED", "TINYINT", "TINYINT SIGNED");
      alias("Int16", "SMALLINT", "SMALLINT SIGNED");
      alias("Int32", "INT", "INT SIGNED", "INTEGER", "INTEGER SIGNED");
      alias("Int32", "MEDIUMINT", "MEDIUMINT SIGNED");
      alias("Int64", "BIGINT", "BIGINT SIGNED", "SIGNED");
      alias("UInt8", "INT1 UNSIGNED", "TINYINT UNSIGNED");
      alias("UInt16", "SMALLINT UNSIGNED", "YEAR");
      alias("UInt32", "INT UNSIGNED", "INTEGER UNSIGNED", "MEDIUMINT UNSIGNED");
      alias("UInt64", "BIGINT UNSIGNED", "BIT", "SET", "UNSIGNED");
      alias("String", "BINARY LARGE OBJECT", "BINARY VARYING", "BLOB", "BYTEA", "CHAR");
      alias("String", "CHAR LARGE OBJECT", "CHAR VARYING", "CHARACTER", "CHARACTER LARGE OBJECT");
      alias("String", "CHARACTER VARYING", "CLOB", "LONGBLOB", "LONGTEXT", "MEDIUMBLOB");
      alias("String", "MEDIUMTEXT", "NATIONAL CHAR", "NATIONAL CHAR VARYING");
      alias("String", "NATIONAL CHARACTER", "NATIONAL CHARACTER LARGE OBJECT");
      alias("String", "NATIONAL CHARACTER VARYING", "NCHAR", "NCHAR LARGE OBJECT");
      alias("String", "NCHAR VARYING", "NVARCHAR", "TEXT", "TINYBLOB", "TINYTEXT", "VARBINARY");
      alias("String", "VARCHAR", "VARCHAR2");
      // ClickHouse's own names that any case reaches
      for (String name :
          new String[] {"Date", "Date32", "DateTime", "DateTime64", "JSON", "Time"}) {
        alias(name, name.toUpperCase(Locale.ROOT));
      }
      for (String name : new String[] {"Decimal", "Decimal32", "Decimal64", "Decimal128"}) {
        alias(name, name.toUpperCase(Locale.ROOT));
      }
      alias("Decimal256", "DECIMAL256");
      alias("Time64", "TIME64");
    }

    private Aliases() {}

    private static void alias(String name, String... aliases) {
      for (String alias : aliases) {
        BY_UPPER_CASE_NAME.put(alias, name);
      }
    }

    /** ClickHouse's own name behind {@code words} (joined by single blanks), or null. */
    static @Nullable String resolve(String words) {
      return BY_UPPER_CASE_NAME.get(words.toUpperCase(Locale.ROOT));
    }

    /** Whether {@code words} could be the beginning of a name of several words. */
    static boolean isPrefix(String words) {
      String start = words.toUpperCase(Locale.ROOT) + " ";
      return BY_UPPER_CASE_NAME.keySet().stream().anyMatch(name -> name.startsWith(start));
    }
  }
}
