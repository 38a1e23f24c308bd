// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.text.TextOutput;

/** What stands between the quotes of JSON strings that have passed the scanner. */
final class JsonStrings {

  private static final byte[] HEX =
      "0123456789ABCDEF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private JsonStrings() {}

  static boolean hasEscape(byte[] data, int from, int to) {
    for (int at = from; at < to; at++) {
      if (data[at] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Writes the text that {@code [from, to)} stands for. */
  static void unescape(byte[] data, int from, int to, TextOutput out) {
    int start = from;
    int at = from;
    while (at < to) {
      if (data[at] != '\\') {
        at++;
        continue;
      }
      out.put(data, start, at - start);
      int code = data[at + 1];
      at += 2;
      if (code == 'u') {
        int unit = JsonScanner.hex4(data, at, to);
        at += 4;
        if (Character.isHighSurrogate((char) unit)) {
          int low = JsonScanner.hex4(data, at + 2, to);
          unit = Character.toCodePoint((char) unit, (char) low);
          at += 6;
        }
        putUtf8(unit, out);
      } else {
        out.put(plain(code));
      }
      start = at;
    }
    out.put(data, start, to - start);
  }

  private static int plain(int code) {
    return switch (code) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> code;
    };
  }

  private static void putUtf8(int codePoint, TextOutput out) {
    if (codePoint < 0x80) {
      out.put(codePoint);
    } else if (codePoint < 0x800) {
      out.put(0xC0 | codePoint >> 6).put(0x80 | (codePoint & 63));
    } else if (codePoint < 0x10000) {
      out.put(0xE0 | codePoint >> 12).put(0x80 | (codePoint >> 6 & 63));
      out.put(0x80 | (codePoint & 63));
    } else {
      out.put(0xF0 | codePoint >> 18).put(0x80 | (codePoint >> 12 & 63));
      out.put(0x80 | (codePoint >> 6 & 63)).put(0x80 | (codePoint & 63));
    }
  }

  /** Writes {@code [from, to)} in quotes, with the escapes that the server writes. */
  static void requote(byte[] data, int from, int to, TextOutput plain, TextOutput out) {
    out.put('"');
    if (hasEscape(data, from, to)) {
      plain.reset();
      unescape(data, from, to, plain);
      escape(plain.data(), 0, plain.length(), out);
    } else {
      out.put(data, from, to - from);
    }
    out.put('"');
  }

  private static void escape(byte[] data, int from, int to, TextOutput out) {
    for (int at = from; at < to; at++) {
      int next = data[at];
      int letter =
          switch (next) {
            case '"', '\\' -> next;
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
          };
      if (letter != 0) {
        out.put('\\').put(letter);
      } else if (next >= 0 && next < ' ') {
        out.put("\\u00").put(HEX[next >> 4]).put(HEX[next & 15]);
      } else {
        out.put(next);
      }
    }
  }
}
