// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Listed;
import io.twinhouse.engine.format.structure.Kind.Named;
import io.twinhouse.engine.format.structure.Kind.Plain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kinds of values of JSON. */
final class JsonKinds {

  /** The text ends within a value, or is none. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    Broken() {
      super("not JSON", null, false, false);
    }
  }

  private static final int MOST_LEVELS = 200;
  private static final String BARE_END = ",]}: \t\r\n\"[{";

  private final String text;
  private final StructureSettings settings;
  private int at;
  private int level;

  JsonKinds(String text, StructureSettings settings) {
    this.text = text;
    this.settings = settings;
  }

  boolean atEnd() {
    skipBlanks();
    return at == text.length();
  }

  boolean take(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char wanted) throws Broken {
    if (!take(wanted)) {
      throw new Broken();
    }
  }

  /** The parts of an object, in order. */
  Map<String, Kind> object() throws Broken {
    Map<String, Kind> parts = new LinkedHashMap<>();
    expect('{');
    if (take('}')) {
      return parts;
    }
    do {
      String name = quoted();
      expect(':');
      if (name.isEmpty() || parts.put(name, value()) != null) {
        throw new Broken();
      }
    } while (take(','));
    expect('}');
    return parts;
  }

  Kind value() throws Broken {
    skipBlanks();
    if (at == text.length() || level > MOST_LEVELS) {
      throw new Broken();
    }
    level++;
    Kind kind =
        switch (text.charAt(at)) {
          case '[' -> list();
          case '{' -> named(object());
          case '"' -> ofText(quoted());
          default -> bare();
        };
    level--;
    return kind;
  }

  private static Kind named(Map<String, Kind> parts) {
    SortedMap<String, Kind> sorted = new TreeMap<>(parts);
    return new Named(sorted);
  }

  private Kind ofText(String value) {
    Plain dated = DatedText.of(value, settings);
    return dated == null ? Plain.TEXT : dated;
  }

  private Kind list() throws Broken {
    expect('[');
    if (take(']')) {
      return new Listed(Plain.NOTHING);
    }
    Kind element = value();
    boolean mixed = false;
    while (take(',')) {
      Kind next = value();
      Kind joined = mixed ? element : KindUnion.JSON_ELEMENTS.of(element, next);
      mixed |= joined == null;
      element = joined == null ? Plain.DYNAMIC : joined;
    }
    expect(']');
    return element == Plain.UNCLEAR ? element : new Listed(element);
  }

  private Kind bare() throws Broken {
    int from = at;
    while (at < text.length() && BARE_END.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    if (word.isEmpty() || at == text.length()) {
      throw new Broken();
    }
    if (word.equals("null")) {
      return Plain.NOTHING;
    }
    if (word.equals("true") || word.equals("false")) {
      return Plain.BOOL;
    }
    Plain number = NumberKind.of(word, true);
    return number == null ? Plain.UNCLEAR : settings.seen(number);
  }

  String quoted() throws Broken {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return value.toString();
      }
      if (next == '\\') {
        next = escaped();
      }
      value.append(next);
    }
    throw new Broken();
  }

  private char escaped() throws Broken {
    if (at == text.length()) {
      throw new Broken();
    }
    char next = text.charAt(at++);
    switch (next) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'u':
        if (at + 4 > text.length()) {
          throw new Broken();
        }
        try {
          char code = (char) Integer.parseInt(text.substring(at, at + 4), 16);
          at += 4;
          return code;
        } catch (NumberFormatException none) {
          throw new Broken();
        }
      default:
        return next;
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
