// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.frequent;

import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.ElementCodec;
import io.twinhouse.engine.function.hash.TableHash;
import io.twinhouse.engine.type.Type;

/** The hash by which the server's tables of this package place a value: CRC-32C. */
final class KeyHash {

  private KeyHash() {}

  /** The hash of a value as {@link ElementCodec#ofDistinct} writes it. */
  static long of(Type type, byte[] key) {
    if (ElementCodec.isNumber(type.base())) {
      return TableHash.ofWord(new StateReader(key, 0, key.length).readBytes(key.length));
    }
    int start = 0;
    while (key[start++] < 0) {
      // The length stands in front, seven bits a byte.
    }
    return TableHash.ofText(key, start, key.length - start);
  }
}
