// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** The words of a schema, one after the other; comments are passed over. For one thread. */
final class SchemaTokens {

  private static final String SIGNS = "{}[]()<>=;,:-+";

  private final String text;
  private int at;
  private String word = "";

  SchemaTokens(String text) {
    this.text = text;
    next();
  }

  /** The word at hand; empty at the end. */
  String word() {
    return word;
  }

  boolean isEnd() {
    return word.isEmpty();
  }

  /** Takes the word at hand. */
  String take() {
    String taken = word;
    if (taken.isEmpty()) {
      throw refused("the text ends too early");
    }
    next();
    return taken;
  }

  /** Passes the word at hand if it is this one. */
  boolean skip(String expected) {
    boolean is = word.equals(expected);
    if (is) {
      next();
    }
    return is;
  }

  void expect(String expected) {
    if (!skip(expected)) {
      throw refused("expected '" + expected + "', got '" + word + "'");
    }
  }

  /** A name, with dots maybe. */
  String name() {
    if (word.isEmpty()
        || !(Character.isLetter(word.charAt(0)) || "_.".indexOf(word.charAt(0)) >= 0)) {
      throw refused("expected a name, got '" + word + "'");
    }
    return take();
  }

  /** A whole number that fits a number of a field or of an enum. */
  int number() {
    boolean negative = skip("-");
    String digits = take();
    try {
      long value = Long.decode(digits);
      return Math.toIntExact(negative ? -value : value);
    } catch (NumberFormatException | ArithmeticException wrong) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_PROTOBUF_SCHEMA,
          "Cannot parse the Protobuf schema: expected a number, got '" + digits + "'",
          wrong);
    }
  }

  /** Passes all up to the end of a statement, with what is in braces. */
  void passStatement() {
    int depth = 0;
    while (true) {
      String passed = take();
      depth += passed.equals("{") ? 1 : passed.equals("}") ? -1 : 0;
      if (depth <= 0 && (passed.equals(";") || passed.equals("}"))) {
        return;
      }
    }
  }

  static TwinhouseException refused(String problem) {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_PROTOBUF_SCHEMA, "Cannot parse the Protobuf schema: " + problem);
  }

  private void next() {
    passBlanks();
    int start = at;
    if (at == text.length()) {
      word = "";
      return;
    }
    char first = text.charAt(at);
    if (first == '"' || first == '\'') {
      at++;
      while (at < text.length() && text.charAt(at) != first) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    } else if (SIGNS.indexOf(first) >= 0) {
      at++;
    } else {
      while (at < text.length() && isPart(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw refused("unexpected '" + first + "'");
      }
    }
    word = text.substring(start, at);
  }

  private static boolean isPart(char c) {
    return c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private void passBlanks() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }
}
