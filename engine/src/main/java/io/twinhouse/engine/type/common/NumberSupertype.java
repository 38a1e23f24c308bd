// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Least supertypes among integers, floats, decimals and Bool. */
final class NumberSupertype {

  private NumberSupertype() {}

  static Type of(List<Type> types) {
    int signedBits = 0;
    int unsignedBits = 0;
    int floatBits = 0;
    DecimalType decimal = null;
    for (Type type : types) {
      if (type instanceof IntegerType integer) {
        signedBits = integer.signed() ? Math.max(signedBits, integer.bits()) : signedBits;
        unsignedBits = integer.signed() ? unsignedBits : Math.max(unsignedBits, integer.bits());
      } else if (type instanceof FloatType real) {
        floatBits = Math.max(floatBits, real.bits());
      } else if (type instanceof FloatType.Brain) {
        floatBits = Math.max(floatBits, 16);
      } else if (type instanceof DecimalType other) {
        decimal = decimal == null ? other : widest(decimal, other);
      } else if (type instanceof BoolType) {
        unsignedBits = Math.max(unsignedBits, 8);
      } else if (type instanceof EnumType enumeration) {
        signedBits = Math.max(signedBits, enumeration.bits());
      } else {
        unsignedBits = Math.max(unsignedBits, bitsOfAddress(type, types));
      }
    }
    if (decimal != null) {
      requireNoAddress(types);
      return ofDecimal(types, decimal, Math.max(signedBits, unsignedBits), floatBits);
    }
    if (floatBits > 0) {
      requireNoAddress(types);
      return ofFloat(types, floatBits, Math.max(signedBits, unsignedBits));
    }
    if (signedBits == 0 && unsignedBits == 8) {
      return types.get(0); // UInt8 and Bool are one to the server: the first named wins
    }
    return ofIntegers(types, signedBits, unsignedBits);
  }

  private static int bitsOfAddress(Type type, List<Type> types) {
    if (!VariantMembers.isAddress(type)) {
      throw LeastSupertype.noCommonType(types);
    }
    return 32;
  }

  /** IPv4 goes with unsigned numbers alone. */
  private static void requireNoAddress(List<Type> types) {
    if (types.stream().anyMatch(VariantMembers::isAddress)) {
      throw LeastSupertype.noCommonType(types);
    }
  }

  private static Type ofIntegers(List<Type> types, int signedBits, int unsignedBits) {
    if (signedBits == 0) {
      return new IntegerType(unsignedBits, false);
    }
    requireNoAddress(types);
    int bits = Math.max(signedBits, unsignedBits * 2);
    // ClickHouse never grows 64-bit integers to 128 bits by itself, but mixes what is wide already
    boolean wide = Math.max(signedBits, unsignedBits) > 64;
    if (bits > 256 || (!wide && bits > 64)) {
      throw LeastSupertype.noCommonType(types);
    }
    return new IntegerType(bits, true);
  }

  /**
   * A float holds an integer when its mantissa does: 8 bits in BFloat16, 24 in Float32, 53 in
   * Float64.
   */
  private static Type ofFloat(List<Type> types, int floatBits, int integerBits) {
    if (integerBits >= 64) {
      throw LeastSupertype.noCommonType(types);
    }
    if (integerBits >= 32 || floatBits == 64) {
      return FloatType.FLOAT64;
    }
    boolean brain = floatBits == 16 && integerBits <= 8;
    return brain ? FloatType.Brain.BFLOAT16 : FloatType.FLOAT32;
  }

  /** Decimals of one width and scale are one to the server: the first named wins. */
  private static DecimalType widest(DecimalType a, DecimalType b) {
    int scale = Math.max(a.scale(), b.scale());
    int precision = Math.max(storage(a.precision()), storage(b.precision()));
    return a.isStoredAs(b) ? a : new DecimalType(precision, scale);
  }

  private static int storage(int precision) {
    if (precision <= 9) {
      return 9;
    }
    if (precision <= 18) {
      return 18;
    }
    return precision <= 38 ? 38 : 76;
  }

  private static Type ofDecimal(
      List<Type> types, DecimalType decimal, int integerBits, int floatBits) {
    if (floatBits > 0 || types.stream().anyMatch(t -> t instanceof EnumType)) {
      throw LeastSupertype.noCommonType(types);
    }
    if (integerBits == 0) {
      return decimal;
    }
    int digits = digitsOf(integerBits);
    int precision = Math.max(storage(decimal.precision()), storage(digits + decimal.scale()));
    if (digits + decimal.scale() > 76) {
      throw LeastSupertype.noCommonType(types);
    }
    return new DecimalType(precision, decimal.scale());
  }

  /** Decimal digits that hold every integer of this width. */
  private static int digitsOf(int bits) {
    return switch (bits) {
      case 8 -> 3;
      case 16 -> 5;
      case 32 -> 10;
      case 64 -> 20;
      default -> 77;
    };
  }
}
