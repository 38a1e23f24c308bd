// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** (U)Int8 to (U)Int256. Up to 64 bits in the LONG lane, wider ones in the WIDE lane. */
public record IntegerType(int bits, boolean signed) implements Type {

  public static final IntegerType UINT8 = new IntegerType(8, false);
  public static final IntegerType UINT16 = new IntegerType(16, false);
  public static final IntegerType UINT32 = new IntegerType(32, false);
  public static final IntegerType UINT64 = new IntegerType(64, false);
  public static final IntegerType UINT128 = new IntegerType(128, false);
  public static final IntegerType UINT256 = new IntegerType(256, false);
  public static final IntegerType INT8 = new IntegerType(8, true);
  public static final IntegerType INT16 = new IntegerType(16, true);
  public static final IntegerType INT32 = new IntegerType(32, true);
  public static final IntegerType INT64 = new IntegerType(64, true);
  public static final IntegerType INT128 = new IntegerType(128, true);
  public static final IntegerType INT256 = new IntegerType(256, true);

  public IntegerType {
    if (Integer.bitCount(bits) != 1 || bits < 8 || bits > 256) {
      throw new IllegalArgumentException("no integer type of " + bits + " bits");
    }
  }

  @Override
  public String name() {
    return (signed ? "Int" : "UInt") + bits;
  }

  @Override
  public Lane lane() {
    return bits <= 64 ? Lane.LONG : Lane.WIDE;
  }

  /** {@code value} cut to this type's width as ClickHouse wraps it; only for up to 64 bits. */
  public long wrap(long value) {
    int shift = 64 - bits;
    return signed ? value << shift >> shift : value << shift >>> shift;
  }
}
