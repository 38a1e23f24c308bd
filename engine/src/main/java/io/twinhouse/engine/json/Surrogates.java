// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.TextInput;

/** Escapes can smuggle in halves of surrogate pairs, which are no characters. */
final class Surrogates {

  private Surrogates() {}

  /** Refuses encoded surrogates in {@code length} bytes of unescaped text. */
  static void requireNone(byte[] data, int length, TextInput in) {
    for (int i = 0; i + 1 < length; i++) {
      if (data[i] == (byte) 0xED && (data[i + 1] & 0xE0) == 0xA0) {
        throw JsonFailure.malformed(in);
      }
    }
  }
}
