// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** What numbers the arguments of arithmetic are, and the types that come out of it. */
public final class NumberTypes {

  private NumberTypes() {}

  /** The integer type that a type counts as: itself, UInt8 for Bool, its number for IP; or null. */
  public static @Nullable IntegerType integer(Type base) {
    if (base instanceof IntegerType integer) {
      return integer;
    }
    if (base instanceof BoolType) {
      return IntegerType.UINT8;
    }
    if (base instanceof IpType ip) {
      return ip.version() == 4 ? IntegerType.UINT32 : IntegerType.UINT128;
    }
    return null;
  }

  /** Whether a type is an integer, a float or a decimal, Bool included. */
  public static boolean isNumber(Type base) {
    return base instanceof IntegerType
        || base instanceof BoolType
        || base instanceof FloatType
        || base instanceof DecimalType;
  }

  /** Width in bits of the number that a type travels as. */
  public static int bits(Type base) {
    if (base instanceof FloatType floating) {
      return floating.bits();
    }
    if (base instanceof DecimalType decimal) {
      return decimal.bits();
    }
    IntegerType integer = integer(base);
    if (integer == null) {
      throw new IllegalArgumentException(base.name() + " is no number");
    }
    return integer.bits();
  }

  /** Whether a number may be negative. */
  public static boolean signed(Type base) {
    IntegerType integer = integer(base);
    return integer == null || integer.signed();
  }

  /** The next wider size up to 64 bits; wider ones stay. */
  public static int next(int bits) {
    return bits < 64 ? bits * 2 : bits;
  }

  /** The type of a sum or product of integers, or of a difference if {@code signed} is forced. */
  public static IntegerType sum(IntegerType a, IntegerType b, boolean alwaysSigned) {
    return new IntegerType(
        next(Math.max(a.bits(), b.bits())), alwaysSigned || a.signed() || b.signed());
  }

  /** The widest decimal of as many bits as {@code bits}. */
  public static DecimalType decimal(int bits, int scale) {
    int precision = bits <= 32 ? 9 : bits <= 64 ? 18 : bits <= 128 ? 38 : 76;
    return new DecimalType(precision, scale);
  }
}
