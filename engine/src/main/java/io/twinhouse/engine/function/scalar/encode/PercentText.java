// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;

/** Percent encoding of URLs and forms. */
final class PercentText {

  private static final String HEX = "0123456789ABCDEF";

  private PercentText() {}

  /**
   * @param form whether a blank becomes a plus
   */
  static void encode(byte[] data, int from, int to, boolean form, BytesBuffer out) {
    for (int at = from; at < to; at++) {
      int value = data[at] & 0xFF;
      if (isPlain(value)) {
        out.write(value);
      } else if (form && value == ' ') {
        out.write('+');
      } else {
        out.write('%');
        out.write(HEX.charAt(value >> 4));
        out.write(HEX.charAt(value & 15));
      }
    }
  }

  private static boolean isPlain(int value) {
    return (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || (value >= '0' && value <= '9')
        || value == '-'
        || value == '_'
        || value == '.'
        || value == '~';
  }

  static void decode(byte[] data, int from, int to, boolean form, BytesBuffer out) {
    int at = from;
    while (at < to) {
      int value = data[at];
      if (value == '%' && at + 2 < to) {
        int high = digit(data[at + 1]);
        int low = digit(data[at + 2]);
        if (high >= 0 && low >= 0) {
          out.write(high << 4 | low);
          at += 3;
          continue;
        }
      }
      out.write(form && value == '+' ? ' ' : value);
      at++;
    }
  }

  private static int digit(byte value) {
    return value < 0 ? -1 : Character.digit(value, 16);
  }
}
