// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL text that the server printed. It knows quotes, parentheses and words, and no grammar:
 * the server's printer always writes keywords in capitals with one space between.
 */
final class SqlText {
  private static final String QUOTES = "'\"`";

  private SqlText() {}

  /** The parts between commas that stand in no parentheses and no quotes; none for a blank text. */
  static List<String> splitList(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      if (text.charAt(at) == ',') {
        parts.add(text.substring(from, at).strip());
        from = at + 1;
      }
    }
    String last = text.substring(from).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  /** Where a keyword stands outside quotes and parentheses, at the start of a word; or -1. */
  static int findKeyword(String text, String keyword) {
    boolean wordStart = true;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      int end = at + keyword.length();
      if (wordStart && text.startsWith(keyword, at) && !isWord(text, end)) {
        return at;
      }
      wordStart = !isWord(text, at);
    }
    return -1;
  }

  /** The first word of a statement in capitals, comments and opening parentheses skipped. */
  static String firstWord(String sql) {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at) || c == '#') {
        at = after(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        at = after(sql, "*/", at + 2);
      } else if (isWord(sql, at)) {
        break;
      } else {
        at++;
      }
    }
    int end = at;
    while (isWord(sql, end)) {
      end++;
    }
    return sql.substring(at, end).toUpperCase(Locale.ROOT);
  }

  /** The position after the character, quoted run or parenthesised run that starts here. */
  static int next(String text, int at) {
    char c = text.charAt(at);
    if (QUOTES.indexOf(c) >= 0) {
      return afterQuoted(text, at);
    }
    if (c != '(' && c != '[') {
      return at + 1;
    }
    int inner = at + 1;
    while (inner < text.length() && text.charAt(inner) != (c == '(' ? ')' : ']')) {
      inner = next(text, inner);
    }
    return Math.min(inner + 1, text.length());
  }

  private static int afterQuoted(String text, int at) {
    char quote = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private static int after(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }

  private static boolean isWord(String text, int at) {
    return at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }
}
