// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How letters are compared: as they are, without ASCII case, without the case of any script. */
public enum LetterFold {
  NONE,
  ASCII,
  UTF8;

  /** A copy whose letters are equal bytes where the comparison calls them equal. */
  public byte[] of(byte[] data, int from, int to) {
    return switch (this) {
      case NONE -> Arrays.copyOfRange(data, from, to);
      case ASCII -> ByteSearch.lower(data, from, to);
      case UTF8 -> lowerPoints(data, from, to);
    };
  }

  /**
   * What is looked for; null where no text holds it: code points that are none are equal to nothing
   * where letters of any script are compared.
   */
  public byte @Nullable [] needle(byte[] data, int from, int to) {
    return this == UTF8 && !Utf8.isValid(data, from, to) ? null : of(data, from, to);
  }

  /** Code point by code point, so that as many come out as go in. */
  private static byte[] lowerPoints(byte[] data, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from + 4);
    int at = from;
    while (at < to) {
      int length = Utf8.validLength(data, at, to);
      if (length <= 1) {
        out.write(ByteSearch.lower(data[at]));
        at++;
      } else {
        int lower = Character.toLowerCase(Utf8.point(data, at, length));
        out.writeBytes(Character.toString(lower).getBytes(StandardCharsets.UTF_8));
        at += length;
      }
    }
    return out.toByteArray();
  }
}
