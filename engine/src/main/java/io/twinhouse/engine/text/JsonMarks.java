// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import java.util.Arrays;

/**
 * Marks in the text of a JSON value in flight. The text as it is printed does not always tell the
 * type that a value has: a Float64 may print as a whole number, a String may look like a date. A
 * vertical tab behind such a value says that it is not what it looks like. Strings have it escaped,
 * so it stands nowhere else.
 */
public final class JsonMarks {

  private static final byte MARK = 0x0B;

  /** Digits of a number that may be too large for JSON. */
  private static final int LONG_NUMBER = 19;

  private JsonMarks() {}

  /** Marks the value just written. */
  public static void put(TextOutput out) {
    out.put(MARK);
  }

  /**
   * Marks the numbers in JSON text from {@code from} on that have more digits than JSON's numbers
   * may have, so that they pass as such.
   */
  public static void putBehindLongNumbers(TextOutput out, int from) {
    byte[] text = Arrays.copyOfRange(out.data(), from, out.length());
    boolean quoted = false;
    int digits = 0;
    int copied = 0;
    out.truncate(from);
    for (int at = 0; at <= text.length; at++) {
      int next = at < text.length ? text[at] : ',';
      boolean digit = !quoted && next >= '0' && next <= '9';
      if (!digit && digits >= LONG_NUMBER && next != '.') {
        out.put(text, copied, at - copied).put(MARK);
        copied = at;
      }
      digits = digit ? digits + 1 : next == '.' ? digits : 0;
      if (next == '\\' && quoted) {
        at++;
      } else if (next == '"') {
        quoted = !quoted;
      }
    }
    out.put(text, copied, text.length - copied);
  }

  /** Whether a mark is under the cursor. */
  static boolean isAt(TextInput in) {
    return in.peek() == MARK;
  }

  /** Passes the mark under the cursor, and says whether there was one. */
  public static boolean skip(TextInput in) {
    return in.skip(MARK);
  }

  /** Writes the text as it is shown, without marks. */
  public static void write(byte[] data, int from, int to, TextOutput out) {
    int start = from;
    for (int at = from; at < to; at++) {
      if (data[at] == MARK) {
        out.put(data, start, at - start);
        start = at + 1;
      }
    }
    out.put(data, start, to - start);
  }

  /** Refuses text from outside that has a mark. */
  static boolean refuse(TextInput in) {
    return in.fail(
        ErrorCode.INCORRECT_DATA,
        "Cannot parse JSON object here: " + in.text(in.position(), in.end()));
  }

  /**
   * Refuses text from outside that has a mark.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA
   */
  public static void requireNone(byte[] data, int from, int to) {
    if (in(data, from, to)) {
      TextInput text = new TextInput().over(data, from, to);
      refuse(text);
      throw text.failure("");
    }
  }

  /** Whether there is a mark in the text. */
  public static boolean in(byte[] data, int from, int to) {
    for (int at = from; at < to; at++) {
      if (data[at] == MARK) {
        return true;
      }
    }
    return false;
  }
}
