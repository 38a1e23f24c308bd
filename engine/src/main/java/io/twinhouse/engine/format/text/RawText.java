// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts that are laid out by characters and must come out byte for byte: each byte that is no UTF-8
 * becomes a lone surrogate, which takes no room on a screen, and the same byte again.
 */
public final class RawText {

  private static final char MARK = '\udc00';

  private RawText() {}

  /** The first {@code length} bytes of {@code data} as characters. */
  public static String decode(byte[] data, int length) {
    StringBuilder out = new StringBuilder(length);
    int from = 0;
    int at = 0;
    while (at < length) {
      int size = data[at] >= 0 ? 1 : Utf8Repair.sequence(data, at, length);
      if (size > 0) {
        at += size;
        continue;
      }
      out.append(new String(data, from, at - from, StandardCharsets.UTF_8));
      out.append((char) (MARK | (data[at] & 0xff)));
      at++;
      from = at;
    }
    return out.append(new String(data, from, length - from, StandardCharsets.UTF_8)).toString();
  }

  /** The bytes of a text that {@link #decode} made, or of any other. */
  public static byte[] encode(CharSequence text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
      } else if (Character.isLowSurrogate(c)) {
        out.writeBytes(text.subSequence(from, i).toString().getBytes(StandardCharsets.UTF_8));
        out.write(c & 0xff);
        from = i + 1;
      }
    }
    String rest = text.subSequence(from, text.length()).toString();
    out.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
