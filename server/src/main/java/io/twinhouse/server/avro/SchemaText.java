// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of schemas: objects are maps, arrays are lists, all else is text. */
final class SchemaText {

  private static final int MOST_LEVELS = 100;

  private final String text;
  private int at;
  private int level;

  private SchemaText(String text) {
    this.text = text;
  }

  /**
   * @throws TwinhouseException INCORRECT_DATA
   */
  static Object read(String text) {
    SchemaText reader = new SchemaText(text);
    Object value = reader.value();
    reader.blanks();
    if (reader.at != text.length()) {
      throw broken("its schema is not JSON");
    }
    return value;
  }

  static TwinhouseException broken(String why) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "Error while reading Avro data: " + why);
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private char peek() {
    blanks();
    if (at == text.length()) {
      throw broken("its schema ends too early");
    }
    return text.charAt(at);
  }

  private boolean take(char wanted) {
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw broken("its schema is not JSON");
    }
  }

  private Object value() {
    if (++level > MOST_LEVELS) {
      throw broken("its schema is too deep");
    }
    char first = peek();
    Object value = first == '{' ? object() : first == '[' ? list() : word();
    level--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> parts = new LinkedHashMap<>();
    expect('{');
    if (take('}')) {
      return parts;
    }
    do {
      peek();
      String name = word();
      expect(':');
      parts.put(name, value());
    } while (take(','));
    expect('}');
    return parts;
  }

  private List<Object> list() {
    List<Object> parts = new ArrayList<>();
    expect('[');
    if (take(']')) {
      return parts;
    }
    do {
      parts.add(value());
    } while (take(','));
    expect(']');
    return parts;
  }

  /** A text between quotes, or a number or word without them. */
  private String word() {
    StringBuilder word = new StringBuilder();
    if (text.charAt(at) != '"') {
      while (at < text.length() && ",]}:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
        word.append(text.charAt(at++));
      }
      if (word.isEmpty()) {
        throw broken("its schema is not JSON");
      }
      return word.toString();
    }
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        escaped(word);
      } else {
        word.append(text.charAt(at));
      }
    }
    if (at == text.length()) {
      throw broken("its schema ends too early");
    }
    at++;
    return word.toString();
  }

  private void escaped(StringBuilder word) {
    at++;
    if (at < text.length() && text.charAt(at) == 'u') {
      if (at + 4 >= text.length()) {
        throw broken("its schema ends too early");
      }
      try {
        word.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
      } catch (NumberFormatException none) {
        throw broken("its schema is not JSON");
      }
      at += 4;
    } else if (at < text.length()) {
      char next = text.charAt(at);
      word.append(next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next);
    }
  }
}
