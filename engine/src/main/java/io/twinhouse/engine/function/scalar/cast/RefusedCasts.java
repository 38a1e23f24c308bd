// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.Locale;

/** What the server does not cast, though the values are numbers below. */
final class RefusedCasts {

  private RefusedCasts() {}

  static void check(CallSite call, Type to) {
    Type from = call.base(0);
    Type target = to.base();
    if (isCast(call)) {
      checkText(from, target);
    }
    if (target instanceof DecimalType) {
      toDecimal(call, from, target);
    } else if (isNumber(target) && (isAddress(from) && !holds(target, from))) {
      throw refused(ErrorCode.NOT_IMPLEMENTED, from, target);
    }
  }

  private static void toDecimal(CallSite call, Type from, Type target) {
    boolean cast = isCast(call);
    boolean day =
        from instanceof DateType || from instanceof DateTimeType || from instanceof TimeType;
    boolean wide = from instanceof IntegerType integer && integer.bits() > 64;
    if (day) {
      throw refused(ErrorCode.ILLEGAL_COLUMN, from, target);
    }
    if (isAddress(from) || from instanceof EnumType || wide && cast) {
      throw refused(cast ? ErrorCode.CANNOT_CONVERT_TYPE : ErrorCode.ILLEGAL_COLUMN, from, target);
    }
  }

  private static boolean isCast(CallSite call) {
    return call.name().toLowerCase(Locale.ROOT).contains("cast");
  }

  /** Refuses a FixedString that is to be an IPv4, which {@code toIPv4} takes. */
  static void checkText(Type from, Type target) {
    if (from instanceof FixedStringType && target.equals(IpType.IPV4)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN, "Illegal column type " + from.name() + ". Expected String");
    }
  }

  private static boolean isAddress(Type type) {
    return type instanceof IpType || type instanceof UuidType;
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof FloatType;
  }

  /** An address is an unsigned number of its own width, one of 32 bits a wider one, too. */
  private static boolean holds(Type number, Type address) {
    boolean unsigned = number instanceof IntegerType integer && !integer.signed();
    int bits = number instanceof IntegerType integer ? integer.bits() : 0;
    return unsigned && (address.equals(IpType.IPV4) ? bits >= 32 : bits == 128);
  }

  private static TwinhouseException refused(ErrorCode code, Type from, Type to) {
    return new TwinhouseException(
        code, "Conversion from " + from.name() + " to " + to.name() + " is not supported");
  }
}
