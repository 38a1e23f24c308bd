// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;

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
}
