// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes from {@code from} to before {@code to} of an array, which is not copied. */
record Slice(byte[] data, int from, int to) {

  static final Slice EMPTY = new Slice(new byte[0], 0, 0);

  int length() {
    return to - from;
  }

  /**
   * The bytes from {@code offset} on, {@code count} of them.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA where they are not there
   */
  Slice part(int offset, int count) {
    if (offset < 0 || count < 0 || count > length() - offset) {
      throw ParquetFile.broken("a page of " + length() + " bytes ends within its values");
    }
    return new Slice(data, from + offset, from + offset + count);
  }

  Slice rest(int offset) {
    return part(offset, length() - offset);
  }

  int intAt(int offset) {
    part(offset, Integer.BYTES);
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(from + offset);
  }
}
