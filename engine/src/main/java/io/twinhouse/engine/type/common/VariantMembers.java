// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.List;

/** Members of a Variant that are so much alike that a value might be of either. */
public final class VariantMembers {

  private VariantMembers() {}

  /**
   * Refuses a type that is or holds a Variant with such members.
   *
   * @throws TwinhouseException ILLEGAL_COLUMN
   */
  public static void requireUnlike(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      requireUnlike(array.element());
    } else if (base instanceof MapType map) {
      requireUnlike(map.key());
      requireUnlike(map.value());
    } else if (base instanceof TupleType tuple) {
      tuple.elements().forEach(VariantMembers::requireUnlike);
    } else if (base instanceof VariantType variant && variant.title() == null) {
      List<Type> members = variant.members();
      members.forEach(VariantMembers::requireUnlike);
      for (int i = 0; i < members.size(); i++) {
        for (int j = i + 1; j < members.size(); j++) {
          if (alike(members.get(i), members.get(j))) {
            throw refusal(variant, members.get(i), members.get(j));
          }
        }
      }
    }
  }

  private static TwinhouseException refusal(VariantType variant, Type one, Type other) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Cannot create column with type '"
            + variant.name()
            + "' because variants '"
            + one.name()
            + "' and '"
            + other.name()
            + "' have similar types and working with values of these types may lead to ambiguity."
            + " Consider using common single variant instead of these 2 variants or set setting"
            + " allow_suspicious_variant_types = 1 in order to allow it");
  }

  private static boolean alike(Type one, Type other) {
    if (one instanceof BoolType || other instanceof BoolType) {
      return false;
    }
    if (isCounted(one) && isNumber(other) || isCounted(other) && isNumber(one)) {
      return true;
    }
    try {
      LeastSupertype.of(List.of(one, other));
      return true;
    } catch (TwinhouseException e) {
      return false;
    }
  }

  /** What the server has among numbers in looking for a common type. */
  static boolean isCounted(Type type) {
    return type instanceof EnumType || isAddress(type);
  }

  /** An IPv4, which is a number of 32 bits to the server. */
  static boolean isAddress(Type type) {
    return type instanceof IpType ip && ip.version() == 4;
  }

  static boolean isNumber(Type type) {
    return type instanceof IntegerType || type.lane() == Lane.DOUBLE;
  }
}
