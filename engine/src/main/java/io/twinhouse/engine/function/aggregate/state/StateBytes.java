// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.BytesBuffer;

/** Writes the numbers of a state: fixed width with the lowest byte first, or seven bits a byte. */
public final class StateBytes {

  private StateBytes() {}

  public static void writeLong(BytesBuffer out, long value) {
    writeBytes(out, value, 8);
  }

  /** The {@code width} low bytes of {@code value}. */
  public static void writeBytes(BytesBuffer out, long value, int width) {
    for (int i = 0; i < width; i++) {
      out.write((int) (value >>> 8 * i));
    }
  }

  public static void writeDouble(BytesBuffer out, double value) {
    writeLong(out, Double.doubleToRawLongBits(value));
  }

  /** Seven bits a byte, lowest first, the eighth set on all but the last. */
  public static void writeVarint(BytesBuffer out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
