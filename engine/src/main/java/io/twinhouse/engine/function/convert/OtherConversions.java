// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import org.jspecify.annotations.Nullable;

/** Conversions to enums, addresses and UUIDs. */
final class OtherConversions {

  private static final long MAPPED = 0xFFFF_0000_0000L;

  private OtherConversions() {}

  static @Nullable Conversion between(Type from, Type to) {
    if (to instanceof EnumType names) {
      return toEnum(from, names);
    }
    if (to instanceof IpType ip) {
      return toAddress(from, ip);
    }
    if (to instanceof UuidType && from.equals(IntegerType.UINT128)) {
      return Conversion.NONE;
    }
    return null;
  }

  private static @Nullable Conversion toEnum(Type from, EnumType to) {
    if (from instanceof EnumType names) {
      requireSameNumbers(names, to);
    } else if (!(from instanceof IntegerType) || from.lane() != Lane.LONG) {
      return null;
    }
    return source -> {
      long[] values = ((LongColumn) source).values();
      for (int row = 0; row < source.size(); row++) {
        if (values[row] != (int) values[row] || !to.names().containsKey((int) values[row])) {
          throw new TwinhouseException(
              ErrorCode.UNKNOWN_ELEMENT_OF_ENUM, "Unexpected value " + values[row] + " in enum");
        }
      }
      return source;
    };
  }

  /** One enum becomes another by its numbers, so that a name must not have two of them. */
  private static void requireSameNumbers(EnumType from, EnumType to) {
    from.names()
        .forEach(
            (number, name) -> {
              Integer other = to.numberOf(name);
              if (other != null && !other.equals(number)) {
                throw new TwinhouseException(
                    ErrorCode.CANNOT_CONVERT_TYPE,
                    "Enum conversion changes value for element '"
                        + name
                        + "' from "
                        + number
                        + " to "
                        + other);
              }
            });
  }

  private static @Nullable Conversion toAddress(Type from, IpType to) {
    if (to.version() == 4) {
      if (from instanceof IpType) {
        return OtherConversions::unmapped;
      }
      boolean number =
          from instanceof IntegerType integer && !integer.signed() && integer.bits() <= 64;
      if (!number && from instanceof IntegerType) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Conversion from " + from.name() + " to IPv4 is not supported");
      }
      return number ? NumberConversions.between(from, IntegerType.UINT32) : null;
    }
    return from instanceof IpType ? OtherConversions::mapped : null;
  }

  private static Column mapped(Column source) {
    long[] values = ((LongColumn) source).values();
    long[] words = new long[source.size() * 2];
    for (int row = 0; row < source.size(); row++) {
      words[2 * row] = MAPPED | values[row];
    }
    return WideColumn.of(words, 2, source.size(), null);
  }

  private static Column unmapped(Column source) {
    long[] words = ((WideColumn) source).values();
    long[] values = new long[source.size()];
    for (int row = 0; row < values.length; row++) {
      if (words[2 * row + 1] != 0 || words[2 * row] >>> 32 != 0xFFFF) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_CONVERT_TYPE, "IPv6 in column is not in IPv4 mapping block");
      }
      values[row] = words[2 * row] & 0xFFFF_FFFFL;
    }
    return LongColumn.of(values, values.length, null);
  }
}
