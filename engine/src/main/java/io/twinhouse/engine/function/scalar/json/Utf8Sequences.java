// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

/** UTF-8 beyond ASCII. */
final class Utf8Sequences {

  private Utf8Sequences() {}

  /** The position behind the sequence that begins at {@code from}; -1 if it is not valid. */
  static int next(byte[] bytes, int from, int limit) {
    int first = bytes[from] & 0xFF;
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || limit - from < length) {
      return -1;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[from + i] & 0xC0) != 0x80) {
        return -1;
      }
    }
    int second = bytes[from + 1] & 0xFF;
    boolean refused =
        switch (first) {
          case 0xE0 -> second < 0xA0; // overlong
          case 0xED -> second > 0x9F; // surrogates
          case 0xF0 -> second < 0x90; // overlong
          case 0xF4 -> second > 0x8F; // beyond U+10FFFF
          default -> false;
        };
    return refused ? -1 : from + length;
  }
}
