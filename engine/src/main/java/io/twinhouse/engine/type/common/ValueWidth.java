// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;

/** How many bytes a value takes in a block of the server. */
public final class ValueWidth {

  private ValueWidth() {}

  /** Bytes of a type whose values are all of one size; negative for others. */
  public static long of(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.bits() / 8;
    }
    if (type instanceof FloatType floating) {
      return floating.bits() / 8;
    }
    if (type instanceof FloatType.Brain) {
      return 2;
    }
    if (type instanceof DecimalType decimal) {
      return decimal.bits() / 8;
    }
    if (type instanceof DateType date) {
      return date.bits() / 8;
    }
    if (type instanceof FixedStringType text) {
      return text.length();
    }
    if (type instanceof IpType ip) {
      return ip.version() == 4 ? 4 : 16;
    }
    if (type instanceof EnumType names) {
      return names.bits() / 8;
    }
    return type instanceof BoolType
        ? 1
        : type instanceof DateTimeType
            ? 4
            : type instanceof DateTime64Type ? 8 : type instanceof UuidType ? 16 : -1;
  }
}
