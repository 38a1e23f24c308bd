// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads RE2's syntax as far as a table can say it: literals, dots (line breaks included), classes
 * of ASCII, groups, choices, repetitions, {@code ^} as the first and {@code $} as the last
 * character. Expects a pattern that RE2 compiles.
 */
final class PatternReader {

  /** Thrown for what only RE2 can do; has no trace since it is no failure. */
  static final class Beyond extends Exception {

    private static final long serialVersionUID = 1L;

    Beyond() {
      super("beyond tables", null, false, false);
    }
  }

  private final String text;
  private int at;
  private int end;

  private PatternReader(String text) {
    this.text = text;
    end = text.length();
  }

  /**
   * A pattern.
   *
   * @param fromStart matches only at the start of a text
   * @param toEnd matches only if it ends where the text does
   */
  record Read(PatternNode node, boolean fromStart, boolean toEnd) {}

  /** The tree, or null for what only RE2 can do. */
  static @Nullable Read read(String pattern) {
    try {
      return new PatternReader(pattern).whole();
    } catch (Beyond e) {
      return null;
    }
  }

  private Read whole() throws Beyond {
    boolean fromStart = text.startsWith("^");
    boolean toEnd = text.endsWith("$") && !escapedEnd();
    at = fromStart ? 1 : 0;
    end -= toEnd ? 1 : 0;
    if (at > end) {
      throw new Beyond();
    }
    PatternNode node = choice();
    boolean many = node instanceof PatternNode.Choice;
    if (at < end || many && (fromStart || toEnd)) {
      throw new Beyond(); // an anchor would belong to one option only
    }
    return new Read(node, fromStart, toEnd);
  }

  private boolean escapedEnd() {
    int slashes = 0;
    for (int i = text.length() - 2; i >= 0 && text.charAt(i) == '\\'; i--) {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private PatternNode choice() throws Beyond {
    List<PatternNode> options = new ArrayList<>();
    options.add(row());
    while (at < end && text.charAt(at) == '|') {
      at++;
      options.add(row());
    }
    return options.size() == 1 ? options.get(0) : new PatternNode.Choice(options);
  }

  private PatternNode row() throws Beyond {
    List<PatternNode> parts = new ArrayList<>();
    while (at < end && text.charAt(at) != '|' && text.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new PatternNode.Row(parts);
  }

  private PatternNode repeated(PatternNode atom) throws Beyond {
    if (at == end) {
      return atom;
    }
    PatternNode times =
        switch (text.charAt(at)) {
          case '*' -> new PatternNode.Times(atom, 0, -1);
          case '+' -> new PatternNode.Times(atom, 1, -1);
          case '?' -> new PatternNode.Times(atom, 0, 1);
          case '{' -> counted(atom);
          default -> atom;
        };
    if (times == atom) {
      return atom;
    }
    at++;
    if (at < end && text.charAt(at) == '?') {
      at++; // whether it prefers few or many changes nothing in whether it matches
    }
    return times;
  }

  /** Stays where it is for a brace that is a literal; else at the closing brace. */
  private PatternNode counted(PatternNode atom) throws Beyond {
    int close = text.indexOf('}', at);
    String inner = close < 0 || close >= end ? "" : text.substring(at + 1, close);
    if (!inner.matches("\\d{1,4}(,\\d{0,4})?")) {
      throw new Beyond();
    }
    at = close;
    int comma = inner.indexOf(',');
    int least = Integer.parseInt(comma < 0 ? inner : inner.substring(0, comma));
    if (comma == inner.length() - 1) {
      return new PatternNode.Times(atom, least, -1);
    }
    int most = comma < 0 ? least : Integer.parseInt(inner.substring(comma + 1));
    return new PatternNode.Times(atom, least, most);
  }

  private PatternNode atom() throws Beyond {
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    return switch (point) {
      case '.' -> PatternNode.ANY;
      case '[' -> bracket();
      case '(' -> group();
      case '\\' -> new PatternNode.One(escape());
      case '^', '$', '*', '+', '?', '{' -> throw new Beyond();
      default -> literal(point);
    };
  }

  private static PatternNode literal(int point) {
    List<PatternNode> bytes = new ArrayList<>();
    for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      bytes.add(new PatternNode.One(ByteSet.of(b & 0xFF)));
    }
    return bytes.size() == 1 ? bytes.get(0) : new PatternNode.Row(bytes);
  }

  private PatternNode group() throws Beyond {
    if (text.startsWith("?:", at)) {
      at += 2;
    } else if (at < end && text.charAt(at) == '?') {
      throw new Beyond();
    }
    PatternNode inner = choice();
    if (at == end || text.charAt(at) != ')') {
      throw new Beyond();
    }
    at++;
    return inner;
  }

  private ByteSet escape() throws Beyond {
    if (at == end) {
      throw new Beyond();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'd' -> ByteSet.range('0', '9');
      case 'w' -> word();
      case 's' -> ByteSet.of('\t', '\n', '\f', '\r', ' ');
      case 'n' -> ByteSet.of('\n');
      case 't' -> ByteSet.of('\t');
      case 'r' -> ByteSet.of('\r');
      default -> punctuation(c);
    };
  }

  private static ByteSet punctuation(char c) throws Beyond {
    if (c > 0x7E || c < 0x20 || Character.isLetterOrDigit(c)) {
      throw new Beyond();
    }
    return ByteSet.of(c);
  }

  private static ByteSet word() {
    ByteSet set = ByteSet.range('0', '9');
    set.add(ByteSet.range('A', 'Z'));
    set.add(ByteSet.range('a', 'z'));
    set.add(ByteSet.of('_'));
    return set;
  }

  private PatternNode bracket() throws Beyond {
    boolean negated = at < end && text.charAt(at) == '^';
    at += negated ? 1 : 0;
    ByteSet set = new ByteSet();
    boolean first = true;
    while (first || at < end && text.charAt(at) != ']') {
      if (at == end || text.startsWith("[:", at)) {
        throw new Beyond();
      }
      set.add(member());
      first = false;
    }
    if (at == end) {
      throw new Beyond();
    }
    at++;
    if (!negated) {
      return new PatternNode.One(set);
    }
    PatternNode ascii = new PatternNode.One(set.otherAscii());
    return new PatternNode.Choice(List.of(ascii, PatternNode.BEYOND_ASCII));
  }

  /** A character, an escape or a range within brackets. */
  private ByteSet member() throws Beyond {
    char low = text.charAt(at++);
    if (low == '\\') {
      ByteSet set = escape();
      if (at < end && text.charAt(at) == '-') {
        throw new Beyond();
      }
      return set;
    }
    if (low > 0x7F) {
      throw new Beyond();
    }
    boolean range = at + 1 < end && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
    if (!range) {
      return ByteSet.of(low);
    }
    char high = text.charAt(at + 1);
    if (high == '\\' || high > 0x7F || high < low) {
      throw new Beyond();
    }
    at += 2;
    return ByteSet.range(low, high);
  }
}
