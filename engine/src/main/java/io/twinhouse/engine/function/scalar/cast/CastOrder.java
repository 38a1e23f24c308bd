// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.Monotonicity;
import io.twinhouse.engine.function.Monotonicity.Piece;
import io.twinhouse.engine.function.scalar.time.TimeOrder;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where conversions keep the order of what they convert. */
final class CastOrder {

  private static final long DAY = 86_400;
  private static final long LAST_DATE = 65_535;

  private CastOrder() {}

  /** CAST and the conversions that are named after a type; the others' arguments are constants. */
  static @Nullable Monotonicity of(List<Argument> arguments, Type result, ZoneId session) {
    if (arguments.get(0).isConstant()) {
      return null;
    }
    Type from = arguments.get(0).type();
    if (from.lane() != Lane.LONG && from.lane() != Lane.DOUBLE) {
      return null;
    }
    if (from.equals(result)) {
      return Monotonicity.everywhere(0);
    }
    if (isTime(from)) {
      return ofTime(arguments, from, result, session);
    }
    if (result instanceof FloatType) {
      boolean number = from instanceof IntegerType || from instanceof FloatType;
      return number ? Monotonicity.everywhere(0) : null;
    }
    if (!(from instanceof IntegerType) && !(from instanceof BoolType)) {
      return null;
    }
    return ofInteger(from, result, session);
  }

  /** Whether a conversion to a type of numbers may be told of. */
  static boolean isOrdered(Type type) {
    return type instanceof FloatType
        || (type instanceof IntegerType integer && integer.bits() <= Long.SIZE);
  }

  private static boolean isTime(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type;
  }

  private static @Nullable Monotonicity ofTime(
      List<Argument> arguments, Type from, Type result, ZoneId session) {
    if (isTime(result)) {
      ZoneId zone = TimeOrder.zone(arguments.subList(0, 1), 0, 1, session);
      ZoneId named = arguments.size() == 2 ? TimeOrder.zone(arguments, 0, 1, session) : zone;
      if (zone == null) {
        return null;
      }
      boolean local = result instanceof DateType && !(from instanceof DateType);
      long own = named == null ? 0 : TimeOrder.slack(named);
      return TimeOrder.pieces(0, from, local ? Math.max(own, TimeOrder.slack(zone)) : 0);
    }
    long last = from instanceof DateType ? TimeOrder.LAST_DAY : TimeOrder.LAST_DAY * DAY;
    boolean holds =
        result instanceof IntegerType integer
            && integer.bits() <= Long.SIZE
            && most(integer) >= last;
    return holds ? TimeOrder.pieces(0, from, 0) : null;
  }

  private static @Nullable Monotonicity ofInteger(Type from, Type result, ZoneId session) {
    if (result instanceof IntegerType integer && integer.bits() <= Long.SIZE) {
      long low = Math.max(least(from), least(integer));
      long high = Math.min(most(from), most(integer));
      return Monotonicity.within(0, low, high);
    }
    long last = Math.min(most(from), TimeOrder.LAST_DAY * DAY);
    if (result instanceof DateTimeType || result instanceof DateTime64Type) {
      return Monotonicity.within(0, 0, last);
    }
    if (!result.equals(DateType.DATE)) {
      return null;
    }
    Piece days = new Piece(0, Math.min(last, LAST_DATE), 0);
    return last <= LAST_DATE
        ? new Monotonicity(0, List.of(days))
        : new Monotonicity(
            0, List.of(days, new Piece(LAST_DATE + 1, last, TimeOrder.slack(session))));
  }

  /** The smallest value of an integer or a Bool. */
  private static long least(Type type) {
    return type instanceof IntegerType integer && integer.signed()
        ? -1L << (Math.min(Long.SIZE, integer.bits()) - 1)
        : 0;
  }

  /** The largest; of a UInt64 the largest that a piece may tell of. */
  private static long most(Type type) {
    if (!(type instanceof IntegerType integer)) {
      return 1;
    }
    int bits = integer.signed() ? integer.bits() - 1 : integer.bits();
    return bits >= Long.SIZE - 1 ? Long.MAX_VALUE : (1L << bits) - 1;
  }
}
