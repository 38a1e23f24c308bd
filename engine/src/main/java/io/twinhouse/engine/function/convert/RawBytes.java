// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;

/** A FixedString(16) that is a UUID or an IPv6 address as it lies in the server's memory. */
public final class RawBytes {

  private RawBytes() {}

  /** Whether the bytes of {@code from} are the value, not its text. */
  public static boolean holds(FixedStringType from, Type to) {
    return from.length() == 16 && (to instanceof UuidType || to.equals(IpType.IPV6));
  }

  /** The values as a column of type {@code to}; NULLs stay where they are. */
  public static Column read(Column source, Type to) {
    BytesLane lane = BytesLane.of(source);
    int rows = source.size();
    long[] words = new long[2 * rows];
    for (int row = 0; row < rows; row++) {
      long first = little(lane.data(), lane.start(row));
      long second = little(lane.data(), lane.start(row) + 8);
      boolean address = to instanceof IpType;
      words[2 * row] = address ? Long.reverseBytes(second) : second;
      words[2 * row + 1] = address ? Long.reverseBytes(first) : first;
    }
    return WideColumn.of(words, 2, rows, source.nulls());
  }

  private static long little(byte[] bytes, int at) {
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }
}
