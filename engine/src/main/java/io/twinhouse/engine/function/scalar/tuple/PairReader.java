// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.text.Escapes;

/**
 * Finds pairs of keys and values in a text with noise, as a machine of states: which byte ends what
 * depends on what is being read. Not thread-safe.
 */
final class PairReader {

  /** What becomes of a quote in the middle of a key or a value. */
  enum StrayQuote {
    ACCEPT,
    INVALID,
    PROMOTE
  }

  /**
   * The bytes that mean something.
   *
   * @param divider between key and value
   * @param ends one flag a byte: whether it ends a pair
   * @param quote around keys and values
   * @param escapes whether a backslash escapes
   */
  record Marks(byte divider, boolean[] ends, byte quote, StrayQuote stray, boolean escapes) {}

  private enum State {
    KEY_AHEAD,
    KEY,
    QUOTED_KEY,
    DIVIDER,
    VALUE_AHEAD,
    VALUE,
    QUOTED_VALUE,
    PAIR,
    QUOTED_PAIR,
    END_AHEAD,
    DONE
  }

  private final Marks marks;
  private final BytesBuffer keys;
  private final BytesBuffer values;
  private final StringBuilder key = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private byte[] data = {};
  private int at;
  private int to;

  PairReader(Marks marks, BytesBuffer keys, BytesBuffer values) {
    this.marks = marks;
    this.keys = keys;
    this.values = values;
  }

  /** Adds the pairs of a text to keys and values. */
  void read(byte[] text, int from, int end) {
    data = text;
    at = from;
    to = end;
    State state = State.KEY_AHEAD;
    while (state != State.DONE) {
      state = next(state);
    }
  }

  private State next(State state) {
    return switch (state) {
      case KEY_AHEAD -> keyAhead();
      case KEY -> key();
      case QUOTED_KEY -> quoted(key, State.DIVIDER);
      case DIVIDER -> divider();
      case VALUE_AHEAD -> valueAhead();
      case VALUE -> value();
      case QUOTED_VALUE -> quoted(value, State.QUOTED_PAIR);
      case PAIR -> pair(State.KEY_AHEAD);
      case QUOTED_PAIR -> pair(State.END_AHEAD);
      case END_AHEAD -> endAhead();
      case DONE -> State.DONE;
    };
  }

  private boolean isEscape(byte sign) {
    return marks.escapes && sign == '\\';
  }

  private boolean isEnd(byte sign) {
    return marks.ends[sign & 0xFF];
  }

  private State keyAhead() {
    while (at < to && (data[at] == marks.divider || isEnd(data[at]) || isEscape(data[at]))) {
      at++;
    }
    if (at == to) {
      return State.DONE;
    }
    if (data[at] == marks.quote) {
      at++;
      return State.QUOTED_KEY;
    }
    return State.KEY;
  }

  private State key() {
    key.setLength(0);
    while (at < to) {
      byte sign = data[at];
      if (isEscape(sign)) {
        if (!escape(key)) {
          return State.KEY_AHEAD;
        }
        continue;
      }
      at++;
      if (sign == marks.divider) {
        return State.VALUE_AHEAD;
      }
      if (isEnd(sign)) {
        return State.KEY_AHEAD;
      }
      if (sign == marks.quote && marks.stray != StrayQuote.ACCEPT) {
        return marks.stray == StrayQuote.INVALID ? State.KEY_AHEAD : State.QUOTED_KEY;
      }
      put(key, sign);
    }
    return State.DONE;
  }

  private State quoted(StringBuilder text, State behind) {
    text.setLength(0);
    while (at < to) {
      byte sign = data[at];
      if (isEscape(sign)) {
        if (!escape(text)) {
          return State.KEY_AHEAD;
        }
        continue;
      }
      at++;
      if (sign == marks.quote) {
        return behind == State.DIVIDER && text.isEmpty() ? State.KEY_AHEAD : behind;
      }
      put(text, sign);
    }
    return State.DONE;
  }

  private State divider() {
    if (at < to && data[at] == marks.divider) {
      at++;
      return State.VALUE_AHEAD;
    }
    return State.KEY_AHEAD;
  }

  private State valueAhead() {
    if (at < to && data[at] == marks.quote) {
      at++;
      return State.QUOTED_VALUE;
    }
    return at < to && isEscape(data[at]) ? State.KEY_AHEAD : State.VALUE;
  }

  private State value() {
    value.setLength(0);
    while (at < to) {
      byte sign = data[at];
      if (isEscape(sign)) {
        if (!escape(value)) {
          return State.PAIR;
        }
        continue;
      }
      at++;
      if (isEnd(sign)) {
        return State.PAIR;
      }
      if (sign == marks.quote && marks.stray != StrayQuote.ACCEPT) {
        return marks.stray == StrayQuote.INVALID ? State.KEY_AHEAD : State.QUOTED_VALUE;
      }
      put(value, sign);
    }
    return State.PAIR;
  }

  private State pair(State behind) {
    add(key, keys);
    add(value, values);
    return at == to ? State.DONE : behind;
  }

  private State endAhead() {
    while (at < to && !isEnd(data[at])) {
      at++;
    }
    if (at == to) {
      return State.DONE;
    }
    at++;
    return State.KEY_AHEAD;
  }

  private static void add(StringBuilder text, BytesBuffer out) {
    for (int i = 0; i < text.length(); i++) {
      out.write(text.charAt(i));
    }
    out.endRow();
  }

  private static void put(StringBuilder text, int sign) {
    text.append((char) (sign & 0xFF));
  }

  /** Reads an escape; false if it is cut off. What is no escape keeps its backslash. */
  private boolean escape(StringBuilder text) {
    at++;
    if (at == to) {
      return false;
    }
    byte sign = data[at++];
    if (sign == 'x') {
      if (to - at < 2) {
        at = to;
        return false;
      }
      put(text, (digit(data[at]) << 4) + digit(data[at + 1]));
      at += 2;
      return true;
    }
    if (sign == 'N') {
      return true;
    }
    int meant = meant(sign);
    if (meant > 31 && "\\'\"`/=".indexOf(meant) < 0) {
      put(text, '\\');
    }
    put(text, meant);
    return true;
  }

  private static int digit(byte sign) {
    int digit = Character.digit((char) (sign & 0x7F), 16);
    return sign < 0 || digit < 0 ? 0xFF : digit;
  }

  private static int meant(byte sign) {
    int control = Escapes.control(sign);
    return control < 0 ? sign & 0xFF : control;
  }
}
