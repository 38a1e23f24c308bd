// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

/**
 * Scans JSON text under a cursor, strictly by RFC 8259 but for invalid UTF-8, which passes. Nothing
 * is built: a caller finds the value it wants and reads that alone.
 */
public final class JsonText {

  private static final int DEEPEST = 1000;

  private JsonText() {}

  /** Passes one value and the blanks before it; false if there is no well-formed one. */
  public static boolean skipValue(TextInput in, int depth) {
    in.skipBlanks();
    if (depth > DEEPEST) {
      return false;
    }
    return switch (in.peek()) {
      case '{' -> skipObject(in, depth);
      case '[' -> skipArray(in, depth);
      case '"' -> skipString(in);
      case 't' -> skipLiteral(in, "true");
      case 'f' -> skipLiteral(in, "false");
      case 'n' -> skipLiteral(in, "null");
      default -> skipNumber(in);
    };
  }

  private static boolean skipLiteral(TextInput in, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (in.peek(i) != word.charAt(i)) {
        return false;
      }
    }
    in.advance(word.length());
    return true;
  }

  private static boolean skipObject(TextInput in, int depth) {
    in.advance(1);
    in.skipBlanks();
    if (in.skip('}')) {
      return true;
    }
    do {
      in.skipBlanks();
      if (in.peek() != '"' || !skipString(in)) {
        return false;
      }
      in.skipBlanks();
      if (!in.skip(':') || !skipValue(in, depth + 1)) {
        return false;
      }
      in.skipBlanks();
    } while (in.skip(','));
    return in.skip('}');
  }

  private static boolean skipArray(TextInput in, int depth) {
    in.advance(1);
    in.skipBlanks();
    if (in.skip(']')) {
      return true;
    }
    do {
      if (!skipValue(in, depth + 1)) {
        return false;
      }
      in.skipBlanks();
    } while (in.skip(','));
    return in.skip(']');
  }

  /** Passes the string under the cursor. */
  public static boolean skipString(TextInput in) {
    in.advance(1);
    while (!in.atEnd()) {
      int next = in.peek();
      if (next == '"') {
        in.advance(1);
        return true;
      }
      if (next < 0x20) {
        return false;
      }
      if (next == '\\') {
        in.advance(1);
        int code = in.peek();
        if (code == 'u') {
          if (unicode(in, 1) < 0) {
            return false;
          }
          in.advance(4);
        } else if (code < 0 || "\"\\/bfnrt".indexOf(code) < 0) {
          return false;
        }
      }
      in.advance(1);
    }
    return false;
  }

  private static boolean skipNumber(TextInput in) {
    in.skip('-');
    int from = in.position();
    skipDigits(in);
    int digits = in.position() - from;
    if (digits == 0 || (digits > 1 && in.data()[from] == '0')) {
      return false;
    }
    if (in.skip('.')) {
      int fraction = in.position();
      skipDigits(in);
      if (in.position() == fraction) {
        return false;
      }
    }
    if (in.peek() == 'e' || in.peek() == 'E') {
      in.advance(1);
      if (in.peek() == '+' || in.peek() == '-') {
        in.advance(1);
      }
      int exponent = in.position();
      skipDigits(in);
      return in.position() > exponent;
    }
    return true;
  }

  private static void skipDigits(TextInput in) {
    while (TextInput.isDigit(in.peek())) {
      in.advance(1);
    }
  }

  /** Reads the string under the cursor, escapes resolved, and passes it. */
  public static boolean readString(TextInput in, TextOutput out) {
    out.reset();
    int from = in.position() + 1;
    if (!skipString(in)) {
      return in.fail(
          io.twinhouse.engine.error.ErrorCode.CANNOT_PARSE_QUOTED_STRING,
          "Cannot parse JSON string: '" + in.text(from - 1, in.end()) + "'");
    }
    int after = in.position();
    int to = after - 1;
    byte[] data = in.data();
    in.moveTo(from);
    while (in.position() < to) {
      int next = data[in.position()];
      if (next != '\\') {
        out.put(next);
        in.advance(1);
      } else {
        in.advance(1);
        escape(in, out);
      }
    }
    in.moveTo(after);
    return true;
  }

  private static void escape(TextInput in, TextOutput out) {
    int code = in.peek();
    in.advance(1);
    switch (code) {
      case 'b' -> out.put('\b');
      case 'f' -> out.put('\f');
      case 'n' -> out.put('\n');
      case 'r' -> out.put('\r');
      case 't' -> out.put('\t');
      case 'u' -> {
        int unit = unicode(in, 0);
        in.advance(4);
        boolean pair =
            Character.isHighSurrogate((char) unit) && in.peek() == '\\' && in.peek(1) == 'u';
        int low = pair ? unicode(in, 2) : -1;
        if (low >= 0 && Character.isLowSurrogate((char) low)) {
          in.advance(6);
          putUtf8(Character.toCodePoint((char) unit, (char) low), out);
        } else {
          putUtf8(unit, out);
        }
      }
      default -> out.put(code);
    }
  }

  private static int unicode(TextInput in, int ahead) {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int next = in.peek(ahead + i);
      int digit = next < 0 ? -1 : Character.digit(next, 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static void putUtf8(int codePoint, TextOutput out) {
    if (codePoint < 0x80) {
      out.put(codePoint);
    } else if (codePoint < 0x800) {
      out.put(0xC0 | codePoint >> 6).put(0x80 | codePoint & 63);
    } else if (codePoint < 0x10000) {
      out.put(0xE0 | codePoint >> 12).put(0x80 | codePoint >> 6 & 63).put(0x80 | codePoint & 63);
    } else {
      out.put(0xF0 | codePoint >> 18).put(0x80 | codePoint >> 12 & 63);
      out.put(0x80 | codePoint >> 6 & 63).put(0x80 | codePoint & 63);
    }
  }
}
