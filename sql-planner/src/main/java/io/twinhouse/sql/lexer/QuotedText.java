// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

import io.twinhouse.engine.text.Escapes;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What stands between quotes, with the escapes undone. */
final class QuotedText {

  /** What a backslash may stand before without changing it. */
  private static final String ITSELF = "\\'\"`/=\n";

  private QuotedText() {}

  /**
   * The value of a string or quoted name as it stands in the text, quotes included; null when an
   * escape in it cannot be undone.
   */
  static @Nullable String decode(String quoted) {
    char first = quoted.charAt(0);
    if (first == '$') {
      int tag = quoted.indexOf('$', 1) + 1;
      return quoted.substring(tag, quoted.length() - tag);
    }
    if (first == '\u2018' || first == '\u201c') {
      return quoted.substring(1, quoted.length() - 1);
    }
    if (first == 'x' || first == 'X' || first == 'b' || first == 'B') {
      return digits(quoted.substring(2, quoted.length() - 1), Character.toLowerCase(first) == 'x');
    }
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      String quote = quoted.substring(0, 1);
      return inner.contains(quote) ? inner.replace(quote + quote, quote) : inner;
    }
    return unescape(inner, first);
  }

  /** A string of hexadecimal or binary digits; missing digits in front count as zero. */
  private static String digits(String digits, boolean hex) {
    int perByte = hex ? 2 : 8;
    int missing = (perByte - digits.length() % perByte) % perByte;
    String full = "0".repeat(missing) + digits;
    byte[] bytes = new byte[full.length() / perByte];
    for (int i = 0; i < bytes.length; i++) {
      String one = full.substring(i * perByte, (i + 1) * perByte);
      bytes[i] = (byte) Integer.parseInt(one, hex ? 16 : 2);
    }
    return Literal.Text.ofBytes(Position.NONE, bytes).value();
  }

  private static @Nullable String unescape(String inner, char quote) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(inner.length());
    int i = 0;
    int from = 0;
    while (i < inner.length()) {
      char c = inner.charAt(i);
      if (c != '\\' && c != quote) {
        i++;
        continue;
      }
      out.writeBytes(bytes(inner.substring(from, i)));
      if (c == quote) {
        out.write(quote);
        i += 2;
      } else {
        i = escape(inner, i + 1, out);
        if (i < 0) {
          return null;
        }
      }
      from = i;
    }
    out.writeBytes(bytes(inner.substring(from)));
    return Literal.Text.ofBytes(Position.NONE, out.toByteArray()).value();
  }

  private static byte[] bytes(String part) {
    return new Literal.Text(Position.NONE, part).bytes();
  }

  /** Undoes the escape whose letter is at {@code at}; returns the index behind it, or -1. */
  private static int escape(String inner, int at, ByteArrayOutputStream out) {
    char c = inner.charAt(at);
    if (c == 'x') {
      if (at + 2 >= inner.length() || !isHex(inner, at + 1) || !isHex(inner, at + 2)) {
        return -1;
      }
      out.write(Integer.parseInt(inner.substring(at + 1, at + 3), 16));
      return at + 3;
    }
    int plain = ITSELF.indexOf(c) >= 0 ? c : Escapes.control(c);
    if (plain >= 0) {
      out.write(plain);
      return at + 1;
    }
    if (c == 'N') {
      return at + 1;
    }
    int end = inner.offsetByCodePoints(at, 1);
    out.write('\\');
    out.writeBytes(inner.substring(at, end).getBytes(StandardCharsets.UTF_8));
    return end;
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0;
  }
}
