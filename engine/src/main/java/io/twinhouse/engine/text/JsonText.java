// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Scans JSON text under a cursor, strictly by RFC 8259 but for invalid UTF-8, which passes. Nothing
 * is built: a caller finds the value it wants and reads that alone.
 */
public final class JsonText {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;

  /** The highest bit of each byte of a word. */
  public static final long HIGHS = 0x8080808080808080L;

  private static final int DEEPEST = 1000;

  /** What stands behind a backslash, but for the numbers of characters. */
  private static final String ESCAPED = "\"\\/bfnrt";

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
    while (skipPlain(in) == '\\') {
      if (!skipEscape(in)) {
        return false;
      }
    }
    return in.skip('"');
  }

  /** Passes what stands for itself in a string; returns what does not, or -1 at the end. */
  private static int skipPlain(TextInput in) {
    in.moveTo(endOfPlain(in.data(), in.position(), in.end()));
    return in.peek();
  }

  private static boolean skipEscape(TextInput in) {
    int code = in.peek(1);
    boolean known = code == 'u' ? unicode(in, 2) >= 0 : code >= 0 && ESCAPED.indexOf(code) >= 0;
    if (known) {
      in.advance(code == 'u' ? 6 : 2);
    }
    return known;
  }

  /** Passes a number that fits Int64, UInt64 or Float64. */
  private static boolean skipNumber(TextInput in) {
    int first = in.position();
    boolean negative = in.skip('-');
    int from = in.position();
    skipDigits(in);
    int digits = in.position() - from;
    if (digits == 0 || (digits > 1 && in.data()[from] == '0')) {
      return false;
    }
    boolean whole = in.peek() != '.' && in.peek() != 'e' && in.peek() != 'E';
    if (whole) {
      return digits < 19 || fits(in.text(from, in.position()), negative) || JsonMarks.isAt(in);
    }
    return skipFraction(in) && Double.isFinite(Double.parseDouble(in.text(first, in.position())));
  }

  private static boolean fits(String digits, boolean negative) {
    String most = negative ? "9223372036854775808" : "18446744073709551615";
    return digits.length() < most.length()
        || (digits.length() == most.length() && digits.compareTo(most) <= 0);
  }

  private static boolean skipFraction(TextInput in) {
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
    return readString(in, out, false);
  }

  private static boolean readString(TextInput in, TextOutput out, boolean anyEscape) {
    out.reset();
    int open = in.position();
    in.advance(1);
    int from = in.position();
    while (skipPlain(in) == '\\') {
      out.put(in.data(), from, in.position() - from);
      int escape = in.position();
      boolean bare = anyEscape && in.peek(1) >= 0 && in.peek(1) != 'u';
      if (!bare && !skipEscape(in)) {
        break;
      }
      in.moveTo(escape + 1);
      escape(in, out);
      from = in.position();
    }
    if (in.peek() != '"') {
      return in.fail(
          ErrorCode.CANNOT_PARSE_QUOTED_STRING,
          "Cannot parse JSON string: '" + in.text(open, in.end()) + "'");
    }
    out.put(in.data(), from, in.position() - from);
    in.advance(1);
    return true;
  }

  /**
   * Puts {@code text} over the bytes of the string under the cursor, which are those of {@code in}
   * where nothing is escaped, and passes it.
   *
   * @param unescaped what the bytes are written to if they are others
   * @param anyEscape whether a backslash before what needs none is passed over, as formats do
   */
  static boolean readString(TextInput in, TextInput text, TextOutput unescaped, boolean anyEscape) {
    int open = in.position();
    in.advance(1);
    if (skipPlain(in) == '"') {
      text.over(in.data(), open + 1, in.position());
      in.advance(1);
      return true;
    }
    in.moveTo(open);
    if (!readString(in, unescaped, anyEscape)) {
      return false;
    }
    text.over(unescaped.data(), 0, unescaped.length());
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

  /** Writes text in quotes; unlike the JSON formats it leaves slashes as they are. */
  public static void writeString(byte[] data, int from, int to, TextOutput out) {
    TextOutput escaped = new TextOutput();
    StringCells.PLAIN.write(data, from, to, TextStyle.JSON, escaped);
    byte[] bytes = escaped.data();
    for (int at = 0; at < escaped.length(); at++) {
      boolean slash = bytes[at] == '\\' && at + 1 < escaped.length() && bytes[at + 1] == '/';
      if (bytes[at] == '\\' && !slash) {
        out.put(bytes[at++]);
      } else if (slash) {
        at++;
      }
      out.put(bytes[at]);
    }
  }

  /** Whether bytes are well-formed UTF-8. */
  public static boolean isUtf8(byte[] data, int from, int to) {
    int at = from;
    while (at < to) {
      int length = data[at] >= 0 ? 1 : sequence(data, at, to);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Length of the sequence of several bytes at a position, or 0. */
  private static int sequence(byte[] data, int at, int to) {
    int lead = data[at] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > to) {
      return 0;
    }
    int code = lead & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      if ((data[at + i] & 0xC0) != 0x80) {
        return 0;
      }
      code = code << 6 | data[at + i] & 0x3F;
    }
    boolean shortest = length == 2 || (length == 3 ? code >= 0x800 : code >= 0x10000);
    boolean surrogate = code >= 0xD800 && code < 0xE000;
    return shortest && !surrogate && code <= 0x10FFFF ? length : 0;
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

  /**
   * Where in {@code [from, to)} the first quote, backslash or control character is, or {@code to}.
   */
  public static int endOfPlain(byte[] data, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long found = special((long) LONGS.get(data, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && !isSpecial(data[at])) {
      at++;
    }
    return at;
  }

  /**
   * Of eight bytes, the first in the lowest place, those that are quotes, backslashes or control
   * characters, by their {@link #HIGHS}; above the lowest that is set others may be set for
   * nothing.
   */
  public static long special(long word) {
    long quotes = word ^ (ONES * '"');
    long slashes = word ^ (ONES * '\\');
    long found =
        ((quotes - ONES) & ~quotes) | ((slashes - ONES) & ~slashes) | ((word - ONES * ' ') & ~word);
    return found & HIGHS;
  }

  /** Bytes of longer sequences are negative and stand for themselves. */
  private static boolean isSpecial(byte value) {
    return value == '"' || value == '\\' || (value >= 0 && value < ' ');
  }
}
