// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Dictionary;
import java.util.function.LongBinaryOperator;

/** Another hash with a fold of its own. */
record FoldedHash(ValueHash inner, LongBinaryOperator fold) implements ValueHash {

  @Override
  public long bytes(byte[] data, int offset, int length) {
    return inner.bytes(data, offset, length);
  }

  @Override
  public long number(long value, int width, boolean plain) {
    return inner.number(value, width, plain);
  }

  @Override
  public long combine(long first, long second) {
    return fold.applyAsLong(first, second);
  }

  @Override
  public long entry(Dictionary dictionary, int id) {
    return inner.entry(dictionary, id);
  }
}
