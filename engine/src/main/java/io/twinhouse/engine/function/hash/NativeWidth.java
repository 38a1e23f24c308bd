// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;

/** How many bytes ClickHouse keeps a number in. */
final class NativeWidth {

  private NativeWidth() {}

  /** Bytes of a value of the LONG or DOUBLE lane. */
  static int of(Type base) {
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
    if (base instanceof FloatType.Brain) {
      return 2;
    }
    if (base instanceof BoolType) {
      return 1;
    }
    boolean narrow =
        base instanceof DateTimeType
            || base instanceof TimeType
            || base instanceof IpType
            || base.equals(FloatType.FLOAT32);
    return narrow ? 4 : 8;
  }

  /** Whether ClickHouse counts the type among the plain numbers. */
  static boolean isPlain(Type base) {
    return !(base instanceof DecimalType
        || base instanceof FloatType.Brain
        || base instanceof DateTime64Type
        || base instanceof TimeType
        || base instanceof Time64Type
        || base instanceof IntervalType);
  }
}
