// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.text.TextOutput;
import java.util.Arrays;

/** Compares keys of objects, as they stand between their quotes, with wanted ones. */
final class JsonKey {

  private final boolean ignoreCase;
  private final TextOutput plain = new TextOutput();

  JsonKey(boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
  }

  boolean same(byte[] data, int from, int to, byte[] wanted, int wantedFrom, int wantedTo) {
    int length = wantedTo - wantedFrom;
    // An escape only makes a key longer than what it stands for.
    if (to - from < length) {
      return false;
    }
    if (to - from == length && isSame(data, from, wanted, wantedFrom, length)) {
      return true;
    }
    if (to - from == length || !JsonStrings.hasEscape(data, from, to)) {
      return false;
    }
    plain.reset();
    JsonStrings.unescape(data, from, to, plain);
    return plain.length() == length && isSame(plain.data(), 0, wanted, wantedFrom, length);
  }

  private boolean isSame(byte[] a, int fromA, byte[] b, int fromB, int length) {
    if (!ignoreCase) {
      return Arrays.equals(a, fromA, fromA + length, b, fromB, fromB + length);
    }
    for (int i = 0; i < length; i++) {
      if (lower(a[fromA + i]) != lower(b[fromB + i])) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte value) {
    return value >= 'A' && value <= 'Z' ? value + 32 : value;
  }
}
