// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import java.util.Arrays;

/** A text as an array of numbers. */
final class Symbols {

  private Symbols() {}

  static int[] ofBytes(byte[] data, int from, int to) {
    int[] symbols = new int[to - from];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = data[from + i] & 0xFF;
    }
    return symbols;
  }

  /** Code points; a byte that begins none counts for itself, apart from all code points. */
  static int[] ofUtf8(byte[] data, int from, int to) {
    int[] symbols = new int[to - from];
    int count = 0;
    int at = from;
    while (at < to) {
      int first = data[at] & 0xFF;
      int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
      int point = first < 0x80 ? first : length == 1 ? first : first & 0x7F >> length;
      boolean whole = at + length <= to && (first < 0x80 || first >= 0xC0);
      for (int i = 1; i < length && whole; i++) {
        whole = (data[at + i] & 0xC0) == 0x80;
        point = point << 6 | data[at + i] & 0x3F;
      }
      symbols[count++] = whole ? point : 0x110000 + first;
      at += whole ? length : 1;
    }
    return Arrays.copyOf(symbols, count);
  }
}
