// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Dictionary;

/** sipHash64: everything by its bytes, hashes folded as sixteen bytes. */
enum SipFamilyHash implements ValueHash {
  INSTANCE;

  @Override
  public long bytes(byte[] data, int offset, int length) {
    return SipHash24.hash64(data, offset, length);
  }

  @Override
  public long number(long bits, int width, boolean plain) {
    return SipHash24.hash64(bits, width);
  }

  @Override
  public long combine(long first, long second) {
    return SipHash24.combine(first, second);
  }

  @Override
  public long entry(Dictionary dictionary, int id) {
    return dictionary.sipHash64(id);
  }
}
