// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.nio.ByteBuffer;

/**
 * Lane values mapped to numbers or bytes that order as ClickHouse orders the type: LONG and DOUBLE
 * to signed longs, WIDE to unsigned bytes.
 */
public final class OrderedValue {

  private OrderedValue() {}

  /** What to exclusive-or a LONG lane's values with: signed longs order as they are, UInt64 not. */
  public static long flip(Type type) {
    return type.base().equals(IntegerType.UINT64) ? Long.MIN_VALUE : 0;
  }

  /** Orders like the doubles do, zeros equal; NaN comes after everything. */
  public static long ofDouble(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /** The words of a WIDE value, least significant first, as bytes that order like it. */
  public static byte[] ofWide(Type type, long[] values, int offset, int words) {
    Type base = type.base();
    boolean unsigned =
        base instanceof UuidType
            || base instanceof IpType
            || (base instanceof IntegerType integer && !integer.signed());
    ByteBuffer bytes = ByteBuffer.allocate(8 * words);
    for (int w = words - 1; w >= 0; w--) {
      long word = values[offset + w];
      bytes.putLong(w == words - 1 && !unsigned ? word ^ Long.MIN_VALUE : word);
    }
    return bytes.array();
  }
}
