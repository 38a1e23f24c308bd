// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.column.BytesBuffer;

/** The letter and three digits that English names which sound alike share. */
final class Soundex {

  /** The digit of each letter, 0 for vowels and what is like them. */
  private static final String DIGITS = "01230120022455012623010202";

  private Soundex() {}

  static void write(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    while (at < to && !isLetter(data[at])) {
      at++;
    }
    int written = 0;
    int last = -1;
    for (; at < to && written < 4; at++) {
      if (!isLetter(data[at])) {
        continue;
      }
      int letter = data[at] & 0xDF;
      int digit = DIGITS.charAt(letter - 'A');
      if (written == 0) {
        out.write(letter);
        written++;
      } else if (digit != last && digit != '0') {
        out.write(digit);
        written++;
      }
      // H and W do not part equal digits.
      last = written > 1 && (letter == 'H' || letter == 'W') ? last : digit;
    }
    for (; written < 4; written++) {
      out.write('0');
    }
  }

  private static boolean isLetter(byte b) {
    int letter = b & 0xDF;
    return b > 0 && letter >= 'A' && letter <= 'Z';
  }
}
