// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;

/** How wide values of the WIDE lane are. */
public final class ValueWidth {

  private ValueWidth() {}

  /** Bytes in which ClickHouse keeps a value of the LONG lane. */
  public static int bytes(Type base) {
    if (base instanceof IntegerType integer) {
      return integer.bits() / 8;
    }
    if (base instanceof DateType date) {
      return date.bits() / 8;
    }
    if (base instanceof EnumType enumeration) {
      return enumeration.bits() / 8;
    }
    if (base instanceof DecimalType decimal) {
      return decimal.bits() / 8;
    }
    if (base instanceof BoolType) {
      return 1;
    }
    boolean narrow = base instanceof DateTimeType || base instanceof TimeType;
    return narrow || base instanceof IpType ? 4 : 8;
  }

  /** Bytes in which ClickHouse keeps a number of up to 64 bits, a float among them. */
  public static int numberBytes(Type base) {
    boolean floating = base.lane() == Lane.DOUBLE;
    return floating ? base.equals(FloatType.FLOAT32) ? 4 : 8 : bytes(base);
  }

  /** Longs a value of a type of the WIDE lane. */
  public static int words(Type base) {
    boolean four =
        (base instanceof IntegerType integer && integer.bits() == 256)
            || (base instanceof DecimalType decimal && decimal.bits() == 256);
    return four ? 4 : 2;
  }

  /** A value of the LONG lane from its lowest bytes. */
  public static long extend(Type base, long bits) {
    boolean signed =
        base instanceof IntegerType integer
            ? integer.signed()
            : base.equals(DateType.DATE32)
                || base instanceof DecimalType
                || base instanceof EnumType
                || base instanceof TimeType
                || base instanceof Time64Type;
    int unused = 64 - 8 * bytes(base);
    return signed ? bits << unused >> unused : bits;
  }

  /** Which word of a value of the WIDE lane is written as number {@code word}. */
  public static int place(Type base, int word) {
    return base instanceof UuidType || base instanceof IpType ? 1 - word : word;
  }

  /** A word of the WIDE lane in the byte order in which it is written, and back. */
  public static long ordered(Type base, long word) {
    return base instanceof IpType ? Long.reverseBytes(word) : word;
  }
}
