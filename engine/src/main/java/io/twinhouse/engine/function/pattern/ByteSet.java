// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import java.util.BitSet;

/** A set of byte values 0 to 255. */
final class ByteSet {

  private final BitSet bits = new BitSet(256);

  static ByteSet of(int... values) {
    ByteSet set = new ByteSet();
    for (int value : values) {
      set.bits.set(value);
    }
    return set;
  }

  static ByteSet range(int from, int to) {
    ByteSet set = new ByteSet();
    set.bits.set(from, to + 1);
    return set;
  }

  void add(ByteSet other) {
    bits.or(other.bits);
  }

  /** The ASCII bytes that are not in this set. */
  ByteSet otherAscii() {
    ByteSet set = range(0, 0x7F);
    set.bits.andNot(bits);
    return set;
  }

  boolean has(int value) {
    return bits.get(value);
  }

  boolean isEmpty() {
    return bits.isEmpty();
  }
}
