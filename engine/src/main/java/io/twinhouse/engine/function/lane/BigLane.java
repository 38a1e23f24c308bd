// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Rows of any integer or decimal column, read as big integers (decimals unscaled). */
public final class BigLane {

  private final Column column;
  private final int mask;
  private final boolean unsigned;

  private BigLane(Column column, int mask, boolean unsigned) {
    this.column = column;
    this.mask = mask;
    this.unsigned = unsigned;
  }

  public static BigLane of(Type type, Column column) {
    boolean constant = column instanceof ConstantColumn;
    return new BigLane(
        constant ? ((ConstantColumn) column).value() : column,
        constant ? 0 : -1,
        isUnsigned(type.base()));
  }

  private static boolean isUnsigned(Type base) {
    return base instanceof UuidType
        || base instanceof IpType
        || (base instanceof IntegerType integer && !integer.signed());
  }

  public BigInteger at(int row) {
    int at = row & mask;
    if (column instanceof LongColumn longs) {
      return ofLong(longs.values()[at], unsigned);
    }
    WideColumn wide = (WideColumn) column;
    return ofWords(wide.values(), at * wide.words(), wide.words(), unsigned);
  }

  /** The number whose low 64 bits are {@code bits}, read as unsigned or as signed. */
  public static BigInteger ofLong(long bits, boolean unsigned) {
    if (unsigned && bits < 0) {
      return BigInteger.valueOf(bits & Long.MAX_VALUE).setBit(63);
    }
    return BigInteger.valueOf(bits);
  }

  /** The number in {@code words} words from {@code from} on, least significant first. */
  public static BigInteger ofWords(long[] values, int from, int words, boolean unsigned) {
    ByteBuffer bytes = ByteBuffer.allocate(words * 8);
    for (int word = words - 1; word >= 0; word--) {
      bytes.putLong(values[from + word]);
    }
    return unsigned ? new BigInteger(1, bytes.array()) : new BigInteger(bytes.array());
  }

  /** Writes the low {@code words} words of {@code value}, wrapping what is beyond them. */
  public static void toWords(BigInteger value, long[] target, int at, int words) {
    BigInteger rest = value;
    for (int word = 0; word < words; word++) {
      target[at + word] = rest.longValue();
      rest = rest.shiftRight(64);
    }
  }
}
