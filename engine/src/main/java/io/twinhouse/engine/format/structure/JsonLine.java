// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and kinds of the values of one flat JSON object. */
final class JsonLine {

  private static final String BARE_END = ",} \t\r";

  private final String text;
  private int at;

  private JsonLine(String text) {
    this.text = text;
  }

  /** Kind by name, in order; null if the text is no object of plain values. */
  static @Nullable Map<String, GuessedType> kinds(String text) {
    return new JsonLine(text.strip()).read();
  }

  private @Nullable Map<String, GuessedType> read() {
    Map<String, GuessedType> kinds = new LinkedHashMap<>();
    if (!take('{')) {
      return null;
    }
    while (!take('}')) {
      String name = quoted();
      if (name == null || !take(':')) {
        return null;
      }
      GuessedType kind = value();
      if (kind == null) {
        return null;
      }
      kinds.put(name, kind);
      if (!take(',') && !(at < text.length() && text.charAt(at) == '}')) {
        return null;
      }
    }
    return kinds;
  }

  private @Nullable GuessedType value() {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '"') {
      String value = quoted();
      return value == null ? null : GuessedType.ofQuoted(value);
    }
    int from = at;
    while (at < text.length() && BARE_END.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return from == at ? null : GuessedType.ofBare(text.substring(from, at));
  }

  /** A text between quotes; one with escapes is told apart by what it is without them. */
  private @Nullable String quoted() {
    if (!take('"')) {
      return null;
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return value.toString();
      }
      if (next == '\\') {
        if (at == text.length() || text.charAt(at) == 'u') {
          return null;
        }
        next = text.charAt(at++);
      }
      value.append(next);
    }
    return null;
  }

  private boolean take(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }
}
