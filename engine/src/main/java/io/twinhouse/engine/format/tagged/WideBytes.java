// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of the WIDE lane as bytes. */
final class WideBytes {

  private WideBytes() {}

  /**
   * The bytes of one row.
   *
   * @param network whether the most significant byte goes first
   */
  static byte[] of(WideColumn column, int row, boolean network) {
    int words = column.words();
    ByteBuffer bytes = ByteBuffer.allocate(8 * words);
    bytes.order(network ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < words; i++) {
      int word = network ? words - 1 - i : i;
      bytes.putLong(column.values()[row * words + word]);
    }
    return bytes.array();
  }

  /**
   * Appends the value that the bytes hold.
   *
   * @throws TwinhouseException INCORRECT_DATA when they are not as many as the type has
   */
  static void append(byte[] data, Type type, boolean network, ColumnBuilder into) {
    boolean four =
        (type instanceof IntegerType integer && integer.bits() == 256)
            || (type instanceof DecimalType decimal && decimal.bits() == 256);
    int words = four ? 4 : 2;
    if (data.length != 8 * words) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Unexpected size of " + type.name() + " value: " + data.length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(data);
    bytes.order(network ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long[] value = new long[words];
    for (int i = 0; i < words; i++) {
      value[network ? words - 1 - i : i] = bytes.getLong();
    }
    into.appendWide(value, 0);
  }
}
