// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

/** Backslash escapes of the TabSeparated and Values formats, read back. Pure. */
public final class Escapes {

  private Escapes() {}

  static void unescape(byte[] data, int from, int to, TextOutput out) {
    int at = from;
    while (at < to) {
      if (data[at] == '\\' && at + 1 < to) {
        at = one(data, at + 1, to, out);
      } else {
        out.put(data[at++]);
      }
    }
  }

  /** The control character that a letter behind a backslash stands for; -1 for none. */
  public static int control(int letter) {
    return switch (letter) {
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'e' -> 27;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      case '0' -> 0;
      default -> -1;
    };
  }

  /** Writes what the escape behind a backslash stands for; the position behind it. */
  static int one(byte[] data, int at, int to, TextOutput out) {
    int code = data[at];
    if (code == 'x' && at + 2 < to) {
      int high = Character.digit(data[at + 1], 16);
      int low = Character.digit(data[at + 2], 16);
      if (high >= 0 && low >= 0) {
        out.put(high << 4 | low);
        return at + 3;
      }
    }
    if (code == 'N') {
      return at + 1;
    }
    int plain = control(code);
    if (plain >= 0) {
      out.put(plain);
    } else {
      if (code != '\\'
          && code != '\''
          && code != '"'
          && code != '`'
          && code != '/'
          && code != '='
          && (code < 0 || code >= ' ')) {
        out.put('\\');
      }
      out.put(code);
    }
    return at + 1;
  }
}
