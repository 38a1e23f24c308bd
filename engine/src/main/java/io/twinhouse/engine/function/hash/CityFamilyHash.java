// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.function.hash.ByteHash.Algorithm;

/** cityHash64 and its kin: plain numbers by intHash64 of their value, hashes folded as CityHash. */
record CityFamilyHash(Algorithm algorithm, boolean inDictionary) implements ValueHash {

  @Override
  public long bytes(byte[] data, int offset, int length) {
    return algorithm.hash(data, offset, length);
  }

  @Override
  public long number(long bits, int width, boolean plain) {
    if (plain) {
      return IntHash.hash64(width == 8 ? bits : bits & (1L << 8 * width) - 1);
    }
    byte[] data = new byte[8];
    ByteOrders.putLong(data, 0, bits);
    return algorithm.hash(data, 0, width);
  }

  @Override
  public long combine(long first, long second) {
    return CityHash102.combine(first, second);
  }

  @Override
  public long entry(Dictionary dictionary, int id) {
    if (inDictionary) {
      return dictionary.cityHash64(id);
    }
    byte[] entry = dictionary.bytes(id);
    return algorithm.hash(entry, 0, entry.length);
  }
}
