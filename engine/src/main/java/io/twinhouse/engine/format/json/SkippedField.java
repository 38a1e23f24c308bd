// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextInput;
import java.util.List;

/**
 * Passes values that nobody asks for. As on the server they must be well-formed, but their numbers
 * may be of any size, escapes any, and an object needs no commas.
 */
final class SkippedField {

  private static final List<String> SIGNED_WORDS = List.of("infinity", "inf", "nan");

  private static final String NUMERIC = "+-.0123456789eE";

  private SkippedField() {}

  /** How deep values may be nested, as settings have it. */
  static int deepest(FormatSettings settings) {
    long told = settings.number("input_format_json_max_depth", 1000);
    return Long.compareUnsigned(told, 1000) < 0 ? (int) told : 1000;
  }

  /**
   * Passes the value under the cursor and the blanks before it.
   *
   * @param deepest as of {@link #deepest(FormatSettings)}
   * @throws TwinhouseException the server's refusal of what is no value
   */
  static void pass(TextInput in, int deepest) {
    passValue(in, deepest);
  }

  private static void passValue(TextInput in, int left) {
    if (left < 0) {
      throw new TwinhouseException(ErrorCode.TOO_DEEP_RECURSION, "JSON is nested too deep");
    }
    in.skipBlanks();
    switch (in.peek()) {
      case '{' -> passObject(in, left);
      case '[' -> passArray(in, left);
      case '"' -> passString(in);
      case 't' -> passWord(in, "true");
      case 'f' -> passWord(in, "false");
      case 'n' -> passWord(in, "null");
      default -> passNumber(in);
    }
  }

  private static void passString(TextInput in) {
    int from = in.position();
    in.advance(1);
    while (!in.atEnd() && in.peek() != '"') {
      in.advance(in.peek() == '\\' ? 2 : 1);
    }
    if (!in.skip('"')) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_QUOTED_STRING,
          "Cannot parse JSON string: '" + in.text(from, in.end()) + "'");
    }
  }

  private static void passWord(TextInput in, String word) {
    if (!in.isAhead(word)) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '" + word + "'");
    }
    in.advance(word.length());
  }

  private static void passNumber(TextInput in) {
    int from = in.position();
    if (passSignedWord(in)) {
      return;
    }
    while (in.peek() >= 0 && NUMERIC.indexOf(in.peek()) >= 0) {
      in.advance(1);
    }
    String number = in.text(from, in.position());
    if (number.isEmpty()) {
      throw refused(in, "Cannot read JSON field here");
    }
    try {
      Double.parseDouble(number);
    } catch (NumberFormatException none) {
      throw refused(in, "Expected a number field instead of " + number);
    }
  }

  /** As writers of other languages have them: {@code -Infinity}. */
  private static boolean passSignedWord(TextInput in) {
    int from = in.position();
    if (in.peek() == '-' || in.peek() == '+') {
      in.advance(1);
      for (String word : SIGNED_WORDS) {
        int end = in.position() + word.length();
        if (end <= in.end() && in.text(in.position(), end).equalsIgnoreCase(word)) {
          in.moveTo(end);
          return true;
        }
      }
      in.moveTo(from);
    }
    return false;
  }

  private static void passArray(TextInput in, int left) {
    in.advance(1);
    in.skipBlanks();
    if (in.skip(']')) {
      return;
    }
    do {
      passValue(in, left - 1);
      in.skipBlanks();
    } while (in.skip(','));
    if (!in.skip(']')) {
      throw refused(in, "Unexpected symbol in an array of JSON");
    }
  }

  private static void passObject(TextInput in, int left) {
    in.advance(1);
    in.skipBlanks();
    while (!in.skip('}')) {
      if (in.peek() != '"') {
        throw refused(in, "Unexpected symbol in an object of JSON");
      }
      passString(in);
      in.skipBlanks();
      if (!in.skip(':')) {
        throw refused(in, "Unexpected symbol in an object of JSON");
      }
      passValue(in, left - 1);
      in.skipBlanks();
      in.skip(',');
      in.skipBlanks();
    }
  }

  private static TwinhouseException refused(TextInput in, String message) {
    int at = Math.min(in.position(), in.end());
    String rest = in.text(at, Math.min(in.end(), at + 10));
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, message + ": '" + rest + "'");
  }
}
