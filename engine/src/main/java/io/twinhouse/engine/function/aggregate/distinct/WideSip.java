// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.hash.SipHash24;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The 64-bit SipHash of an integer of 128 or 256 bits. */
final class WideSip {

  private WideSip() {}

  static long of(WideColumn column, int row) {
    int words = column.words();
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * words).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < words; i++) {
      bytes.putLong(column.values()[row * words + i]);
    }
    return SipHash24.hash64(bytes.array(), 0, Long.BYTES * words);
  }
}
