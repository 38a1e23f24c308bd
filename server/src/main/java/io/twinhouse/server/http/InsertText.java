// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds where the text of {@code INSERT ... FORMAT x} ends and data begin, without parsing the
 * statement: data may be binary, and much larger than a text should be. VALUES stay text.
 */
public final class InsertText {

  private final byte[] text;
  private int at;

  private InsertText(byte[] text) {
    this.text = text;
  }

  /** Whether rows are to follow behind the whole of {@code sql}. */
  public static boolean expectsData(String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    InsertText scan = new InsertText(bytes);
    if (!scan.next().equals("INSERT")) {
      return false;
    }
    String word = scan.next();
    while (!word.isEmpty()) {
      if (word.equals("SELECT") || word.equals("WITH")) {
        return false;
      }
      if (word.equals("VALUES")) {
        return scan.next().isEmpty();
      }
      if (word.equals("FORMAT")) {
        scan.next();
        return scan.next().isEmpty();
      }
      word = scan.next();
    }
    return true;
  }

  /** Offset of the data in a body that begins with such a statement, or -1. */
  static int dataOffset(byte[] body) {
    InsertText scan = new InsertText(body);
    if (!scan.next().equals("INSERT")) {
      return -1;
    }
    String word = scan.next();
    while (!word.isEmpty() && !word.equals("FORMAT")) {
      if (word.equals("SELECT") || word.equals("WITH") || word.equals("VALUES")) {
        return -1;
      }
      word = scan.next();
    }
    if (word.isEmpty() || scan.next().equals("VALUES")) {
      return -1;
    }
    return word.isEmpty() ? -1 : scan.behindFormat();
  }

  /** Blanks behind the name belong to the statement, up to and with the first line break. */
  private int behindFormat() {
    while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
      at++;
    }
    if (at < text.length && text[at] == '\n') {
      at++;
    }
    return at;
  }

  /** The next word in upper case, "?" for anything else, empty at the end. */
  private String next() {
    skipBlanksAndComments();
    if (at >= text.length) {
      return "";
    }
    int from = at;
    byte first = text[at];
    if (isWord(first)) {
      while (at < text.length && isWord(text[at])) {
        at++;
      }
      return new String(text, from, at - from, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
    }
    at++;
    if (first == '\'' || first == '"' || first == '`') {
      skipQuoted(first);
    } else if (first == '(') {
      skipParentheses();
    }
    return "?";
  }

  private void skipQuoted(byte quote) {
    while (at < text.length) {
      byte next = text[at++];
      if (next == '\\') {
        at++;
      } else if (next == quote) {
        return;
      }
    }
  }

  private void skipParentheses() {
    for (int depth = 1; depth > 0 && at < text.length; ) {
      byte next = text[at++];
      if (next == '\'' || next == '"' || next == '`') {
        skipQuoted(next);
      } else {
        depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      }
    }
  }

  private void skipBlanksAndComments() {
    while (at < text.length) {
      if (text[at] <= ' ' && text[at] >= 0) {
        at++;
      } else if (startsWith("--")) {
        skipBehind("\n");
      } else if (startsWith("/*")) {
        skipBehind("*/");
      } else {
        return;
      }
    }
  }

  private void skipBehind(String end) {
    while (at < text.length && !startsWith(end)) {
      at++;
    }
    at = Math.min(text.length, at + end.length());
  }

  private boolean startsWith(String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (at + i >= text.length || text[at + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(byte value) {
    return value < 0
        || value == '_'
        || (value >= '0' && value <= '9')
        || (value >= 'A' && value <= 'Z')
        || (value >= 'a' && value <= 'z');
  }
}
