// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

/**
 * Marks in the text of a JSON value in flight. The text as it is printed does not always tell the
 * type that a value has: a Float64 may print as a whole number, a String may look like a date. A
 * vertical tab behind such a value says that it is not what it looks like. Strings have it escaped,
 * so it stands nowhere else.
 */
public final class JsonMarks {

  private static final byte MARK = 0x0B;

  private JsonMarks() {}

  /** Marks the value just written. */
  public static void put(TextOutput out) {
    out.put(MARK);
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
