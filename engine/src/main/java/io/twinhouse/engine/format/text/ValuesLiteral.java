// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.text.TextInput;
import java.util.Locale;
import java.util.Set;

/** Tells a literal in VALUES from an expression, by its letters and signs. */
final class ValuesLiteral {

  private static final Set<String> WORDS =
      Set.of("NULL", "DEFAULT", "TRUE", "FALSE", "NAN", "INF", "INFINITY", "E");

  private ValuesLiteral() {}

  /** Where the value at the cursor ends: in front of a comma outside of brackets, or the end. */
  static int end(TextInput in) {
    byte[] data = in.data();
    int depth = 0;
    for (int at = in.position(); at < in.end(); at++) {
      switch (data[at]) {
        case '\'', '"', '`' -> at = quoteEnd(data, at, in.end());
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        case ',' -> {
          if (depth == 0) {
            return at;
          }
        }
        default -> {
          // part of the value
        }
      }
    }
    return in.end();
  }

  /**
   * Whether nothing between the cursor and {@code end} has to be worked out.
   *
   * @param whole whether a whole number is wanted, which a fraction or a power is not
   */
  static boolean is(TextInput in, int end, boolean whole) {
    byte[] data = in.data();
    byte before = ',';
    for (int at = in.position(); at < end; at++) {
      byte next = data[at];
      if (next == '\'') {
        at = quoteEnd(data, at, end);
      } else if (isLetter(next)) {
        int from = at;
        while (at + 1 < end && isLetter(data[at + 1])) {
          at++;
        }
        if (!isWord(data, from, at + 1) || whole && isPower(data, from, at)) {
          return false;
        }
        next = data[at];
      } else if (!isPlain(next, before) || whole && next == '.') {
        return false;
      }
      before = next <= ' ' ? before : next;
    }
    return true;
  }

  private static boolean isPower(byte[] data, int from, int last) {
    return from == last && (data[from] == 'e' || data[from] == 'E');
  }

  private static boolean isWord(byte[] data, int from, int to) {
    String word = new String(data, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
    return WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** A parenthesis behind a value is a call or a tuple's; a sign in front of one is part of it. */
  private static boolean isPlain(byte sign, byte before) {
    return switch (sign) {
      case '+', '-' -> ",([{:eE".indexOf(before) >= 0;
      case '(' -> ",([{:".indexOf(before) >= 0;
      case '.', ',', ')', '[', ']', '{', '}', ':' -> true;
      default -> sign >= '0' && sign <= '9' || sign >= 0 && sign <= ' ';
    };
  }

  private static boolean isLetter(byte value) {
    return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value == '_';
  }

  private static int quoteEnd(byte[] data, int quote, int end) {
    int at = quote + 1;
    while (at < end && data[at] != data[quote]) {
      at += data[at] == '\\' ? 2 : 1;
    }
    return at;
  }
}
