// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.text.JsonText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A cursor that passes over JSON values and checks them by RFC 8259: UTF-8 valid, surrogates
 * paired, integers within 64 bits, floats finite, at most 1024 levels. Not thread-safe.
 */
sealed class JsonScanner permits JsonLocator {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int DEEPEST = 1024;

  byte[] data = {};
  int at;
  int end;
  private int depth;

  /** Puts the cursor in front of the text {@code [from, to)}, behind a byte order mark. */
  final void over(byte[] bytes, int from, int to) {
    data = bytes;
    at = from;
    end = to;
    depth = 0;
    boolean marked =
        to - from >= 3
            && bytes[from] == (byte) 0xEF
            && bytes[from + 1] == (byte) 0xBB
            && bytes[from + 2] == (byte) 0xBF;
    at += marked ? 3 : 0;
  }

  final void skipBlanks() {
    int position = at;
    while (position < end) {
      byte next = data[position];
      if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
        break;
      }
      position++;
    }
    at = position;
  }

  /** The byte under the cursor, or 0 at the end. */
  final int peek() {
    return at < end ? data[at] : 0;
  }

  /** Passes {@code expected}, and blanks behind it, if it is under the cursor. */
  final boolean skip(int expected) {
    if (at >= end || data[at] != expected) {
      return false;
    }
    at++;
    skipBlanks();
    return true;
  }

  /** Passes the value under the cursor; false if it is not well-formed. */
  final boolean skipValue() {
    return switch (peek()) {
      case '"' -> skipString();
      case '{' -> skipObject();
      case '[' -> skipArray();
      case 't' -> skipWord("true");
      case 'f' -> skipWord("false");
      case 'n' -> skipWord("null");
      default -> skipNumber();
    };
  }

  private boolean skipWord(String word) {
    if (end - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (data[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  private boolean skipObject() {
    if (!enter()) {
      return false;
    }
    if (skip('}')) {
      return leaveEmpty();
    }
    if (depth >= DEEPEST) {
      return false;
    }
    do {
      if (peek() != '"' || !skipString()) {
        return false;
      }
      skipBlanks();
      if (!skip(':') || !skipValue()) {
        return false;
      }
      skipBlanks();
    } while (skip(','));
    return leave('}');
  }

  private boolean skipArray() {
    if (!enter()) {
      return false;
    }
    if (skip(']')) {
      return leaveEmpty();
    }
    if (depth >= DEEPEST) {
      return false;
    }
    do {
      if (!skipValue()) {
        return false;
      }
      skipBlanks();
    } while (skip(','));
    return leave(']');
  }

  /** Passes the bracket that opens a container. */
  final boolean enter() {
    at++;
    depth++;
    skipBlanks();
    return depth <= DEEPEST;
  }

  /** Passes the bracket that closes a container; blanks behind it stay. */
  final boolean leave(int bracket) {
    depth--;
    if (at >= end || data[at] != bracket) {
      return false;
    }
    at++;
    return true;
  }

  final boolean leaveEmpty() {
    depth--;
    return true;
  }

  /** Whether no further value fits into the container just entered. */
  final boolean isTooDeep() {
    return depth >= DEEPEST;
  }

  /** Passes the string under the cursor. */
  final boolean skipString() {
    byte[] bytes = data;
    int limit = end;
    int position = at + 1;
    while (true) {
      position = skipPlain(bytes, position, limit);
      if (position >= limit) {
        return false;
      }
      int next = bytes[position];
      if (next == '"') {
        at = position + 1;
        return true;
      }
      if (next == '\\') {
        position = skipEscape(bytes, position + 1, limit);
      } else if (next < 0) {
        position = Utf8Sequences.next(bytes, position, limit);
      } else if (next < ' ') {
        return false;
      } else {
        position++;
      }
      if (position < 0) {
        return false;
      }
    }
  }

  /** Passes bytes that need no look, eight at a time; stops at or before the first that does. */
  private static int skipPlain(byte[] bytes, int from, int limit) {
    int position = from;
    while (position + 8 <= limit) {
      long word = (long) LONGS.get(bytes, position);
      long found = JsonText.special(word) | (word & JsonText.HIGHS);
      if (found != 0) {
        return position + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      position += 8;
    }
    return position;
  }

  /** Passes an escape behind its backslash; negative if there is none such. */
  private static int skipEscape(byte[] bytes, int from, int limit) {
    if (from >= limit) {
      return -1;
    }
    int code = bytes[from];
    if (code != 'u') {
      boolean known =
          switch (code) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            default -> false;
          };
      return known ? from + 1 : -1;
    }
    int unit = hex4(bytes, from + 1, limit);
    if (unit < 0 || Character.isLowSurrogate((char) unit)) {
      return -1;
    }
    if (!Character.isHighSurrogate((char) unit)) {
      return from + 5;
    }
    boolean paired = from + 6 < limit && bytes[from + 5] == '\\' && bytes[from + 6] == 'u';
    int low = paired ? hex4(bytes, from + 7, limit) : -1;
    return low >= 0 && Character.isLowSurrogate((char) low) ? from + 11 : -1;
  }

  /** Four hexadecimal digits as a number; negative if they are none. */
  static int hex4(byte[] bytes, int from, int limit) {
    if (limit - from < 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private boolean skipNumber() {
    byte[] bytes = data;
    int from = at;
    int position = from;
    boolean negative = position < end && bytes[position] == '-';
    position += negative ? 1 : 0;
    int digits = position;
    position = skipDigits(bytes, position, end);
    int count = position - digits;
    if (count == 0 || (count > 1 && bytes[digits] == '0')) {
      return false;
    }
    boolean whole = true;
    if (position < end && bytes[position] == '.') {
      whole = false;
      int fraction = position + 1;
      position = skipDigits(bytes, fraction, end);
      if (position == fraction) {
        return false;
      }
    }
    boolean large = count > 308;
    if (position < end && (bytes[position] | 32) == 'e') {
      whole = false;
      position = skipExponent(bytes, position + 1, end);
      if (position < 0) {
        return false;
      }
      large = true;
    }
    at = position;
    return whole
        ? JsonNumbers.isInteger(bytes, digits, position, negative)
        : !large || Double.isFinite(JsonNumbers.toDouble(bytes, from, position));
  }

  /** Passes a sign and digits; negative if there are no digits. */
  private static int skipExponent(byte[] bytes, int from, int limit) {
    boolean sign = from < limit && (bytes[from] == '+' || bytes[from] == '-');
    int exponent = sign ? from + 1 : from;
    int behind = skipDigits(bytes, exponent, limit);
    return behind == exponent ? -1 : behind;
  }

  private static int skipDigits(byte[] bytes, int from, int limit) {
    int position = from;
    while (position < limit && bytes[position] >= '0' && bytes[position] <= '9') {
      position++;
    }
    return position;
  }
}
