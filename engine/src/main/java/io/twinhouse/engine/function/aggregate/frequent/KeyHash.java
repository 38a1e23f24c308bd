// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.frequent;

import io.twinhouse.engine.function.aggregate.state.ElementCodec;
import io.twinhouse.engine.function.hash.TableHash;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The hash by which the server's tables of this package place a value: CRC-32C. */
final class KeyHash {

  private static final int WORD = 8;

  private KeyHash() {}

  /** The hash of a value as {@link ElementCodec#ofDistinct} writes it. */
  static long of(Type type, byte[] key) {
    if (ElementCodec.isNumber(type.base())) {
      CRC32C crc = new CRC32C();
      crc.update(Arrays.copyOf(key, WORD), 0, WORD);
      // The register itself: the library inverts it at the end.
      return ~crc.getValue() & 0xffffffffL;
    }
    int start = 0;
    while (key[start++] < 0) {
      // The length stands in front, seven bits a byte.
    }
    return TableHash.ofText(key, start, key.length - start);
  }
}
