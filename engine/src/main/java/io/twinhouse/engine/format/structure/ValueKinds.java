// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Listed;
import io.twinhouse.engine.format.structure.Kind.Mapped;
import io.twinhouse.engine.format.structure.Kind.Plain;
import io.twinhouse.engine.format.structure.Kind.Tupled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of literals as Values writes them, which fields of other texts may hold, too. */
final class ValueKinds {

  private static final int MOST_LEVELS = 200;
  private static final String BARE_END = ",]}):' \t\r\n";

  private final String text;
  private final StructureSettings settings;
  private int at;
  private int level;

  ValueKinds(String text, int from, StructureSettings settings) {
    this.text = text;
    this.at = from;
    this.settings = settings;
  }

  /** The kind of a text that is one literal, or null. */
  static @Nullable Kind ofWhole(String text, StructureSettings settings) {
    ValueKinds reader = new ValueKinds(text, 0, settings);
    Kind kind = reader.value();
    return reader.at == text.length() ? kind : null;
  }

  /** Whether something other than another row follows. */
  boolean isShortOfEnd() {
    skipBlanks();
    return at < text.length() && text.charAt(at) != '(';
  }

  /** The kind of the literal at hand, or null if there is none. */
  @Nullable Kind value() {
    skipBlanks();
    if (at == text.length() || level > MOST_LEVELS) {
      return null;
    }
    level++;
    Kind kind =
        switch (text.charAt(at)) {
          case '[' -> list();
          case '(' -> tuple();
          case '{' -> map();
          case '\'' -> quoted();
          default -> bare();
        };
    level--;
    return kind;
  }

  boolean take(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable Kind list() {
    at++;
    Kind element = Plain.NOTHING;
    if (take(']')) {
      return new Listed(element);
    }
    do {
      skipBlanks();
      if (element != Plain.NOTHING && at < text.length() && text.charAt(at) == ']') {
        at++;
        return Plain.UNCLEAR;
      }
      Kind next = value();
      element = next == null || element == null ? null : KindUnion.FIELDS.of(element, next);
      if (element == null) {
        return null;
      }
    } while (take(','));
    return take(']') ? new Listed(element) : null;
  }

  private @Nullable Kind tuple() {
    at++;
    List<Kind> elements = new ArrayList<>();
    do {
      skipBlanks();
      if (!elements.isEmpty() && at < text.length() && text.charAt(at) == ')') {
        at++;
        return Plain.UNCLEAR;
      }
      Kind next = value();
      if (next == null) {
        return null;
      }
      elements.add(next);
    } while (take(','));
    return take(')') ? new Tupled(elements) : null;
  }

  private @Nullable Kind map() {
    at++;
    Kind key = Plain.NOTHING;
    Kind value = Plain.NOTHING;
    if (take('}')) {
      return new Mapped(key, value);
    }
    do {
      Kind nextKey = value();
      if (nextKey == null || !take(':')) {
        return null;
      }
      Kind nextValue = value();
      key = key == null ? null : KindUnion.FIELDS.of(key, nextKey);
      value = nextValue == null || value == null ? null : KindUnion.FIELDS.of(value, nextValue);
      if (key == null || value == null) {
        return null;
      }
    } while (take(','));
    if (!take('}')) {
      return null;
    }
    boolean plainKey = key == Plain.TEXT || (key instanceof Plain number && number.isNumber());
    return plainKey ? new Mapped(key, value) : Plain.UNCLEAR;
  }

  private @Nullable Kind quoted() {
    StringBuilder inner = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '\'') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '\'') {
          at++;
          Plain dated = DatedText.of(inner.toString(), settings);
          return dated == null ? Plain.TEXT : dated;
        }
        at++;
      } else if (next == '\\' && at + 1 < text.length()) {
        next = text.charAt(++at);
      }
      inner.append(next);
    }
    return null;
  }

  private @Nullable Kind bare() {
    int from = at;
    while (at < text.length() && BARE_END.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    if (word.isEmpty() && at < text.length() && text.charAt(at) == ',') {
      return Plain.UNCLEAR;
    }
    if (word.equalsIgnoreCase("null")) {
      return Plain.NOTHING;
    }
    if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
      return Plain.BOOL;
    }
    Plain number = NumberKind.of(word, settings.infersPowers());
    return number == null ? null : settings.seen(number);
  }
}
