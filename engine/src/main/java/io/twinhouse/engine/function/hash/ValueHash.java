// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Dictionary;

/** How one of the hash functions treats a single value, and how it folds two hashes into one. */
interface ValueHash {

  /** The hash of a text. */
  long bytes(byte[] data, int offset, int length);

  /**
   * The hash of a number in {@code width} bytes, its bits in the low bytes of {@code bits}.
   *
   * @param plain whether ClickHouse counts its type among the plain numbers (integers, floats,
   *     dates, times, enums, IPv4), which some functions hash by value and not by their bytes
   */
  long number(long bits, int width, boolean plain);

  long combine(long first, long second);

  /** The hash of an entry of a dictionary, which may hold it already. */
  long entry(Dictionary dictionary, int id);

  /** A 64-bit constant as wide as the hashes are. */
  default long cut(long hash) {
    return hash;
  }

  /** What stands in front of the elements of an array. */
  default long length(long elements) {
    return IntHash.hash64(elements);
  }
}
