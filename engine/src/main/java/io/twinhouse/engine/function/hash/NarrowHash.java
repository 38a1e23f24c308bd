// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.function.hash.ByteHash.Algorithm;

/**
 * A hash over bytes that is folded as intHash of the first, exclusive or of the second.
 *
 * @param bits 32 or 64
 */
record NarrowHash(Algorithm algorithm, int bits) implements ValueHash {

  @Override
  public long bytes(byte[] data, int offset, int length) {
    return cut(algorithm.hash(data, offset, length));
  }

  @Override
  public long number(long value, int width, boolean plain) {
    byte[] data = new byte[8];
    ByteOrders.putLong(data, 0, value);
    return bytes(data, 0, width);
  }

  @Override
  public long combine(long first, long second) {
    return bits == 32 ? IntHash.hash32(first) ^ second : IntHash.hash64(first) ^ second;
  }

  @Override
  public long entry(Dictionary dictionary, int id) {
    byte[] entry = dictionary.bytes(id);
    return bytes(entry, 0, entry.length);
  }

  @Override
  public long cut(long hash) {
    return bits == 32 ? hash & 0xFFFFFFFFL : hash;
  }

  @Override
  public long length(long elements) {
    return bits == 32 ? IntHash.hash32(elements) : IntHash.hash64(elements);
  }
}
