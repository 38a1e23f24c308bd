// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Dictionary;

/**
 * A hash over bytes alone: numbers are hashed as their bytes.
 *
 * @param foldsItself whether two hashes are folded by the algorithm over their sixteen bytes and
 *     not as CityHash does
 */
record ByteHash(Algorithm algorithm, boolean foldsItself) implements ValueHash {

  /** The hash of some bytes. */
  @FunctionalInterface
  interface Algorithm {
    long hash(byte[] data, int offset, int length);
  }

  @Override
  public long bytes(byte[] data, int offset, int length) {
    return algorithm.hash(data, offset, length);
  }

  @Override
  public long number(long bits, int width, boolean plain) {
    byte[] data = new byte[8];
    ByteOrders.putLong(data, 0, bits);
    return algorithm.hash(data, 0, width);
  }

  @Override
  public long combine(long first, long second) {
    if (!foldsItself) {
      return CityHash102.combine(first, second);
    }
    byte[] words = new byte[16];
    ByteOrders.putLong(words, 0, first);
    ByteOrders.putLong(words, 8, second);
    return algorithm.hash(words, 0, 16);
  }

  @Override
  public long entry(Dictionary dictionary, int id) {
    byte[] entry = dictionary.bytes(id);
    return algorithm.hash(entry, 0, entry.length);
  }
}
