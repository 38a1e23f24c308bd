// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import org.jspecify.annotations.Nullable;

/** Conversions that a cast knows and the server refuses for columns of files. */
final class Refusals {

  private Refusals() {}

  /**
   * @param from what the file has; both without Nullable
   * @throws TwinhouseException with the server's code
   */
  static void check(Type from, Type to) {
    boolean parts = from.lane() == Lane.ARRAY || from.lane() == Lane.TUPLE;
    ErrorCode code = parts ? ofParts(from, to) : ofValues(from, to);
    if (code != null) {
      throw new TwinhouseException(
          code, "Conversion from " + from.name() + " to " + to.name() + " is not supported");
    }
  }

  private static @Nullable ErrorCode ofParts(Type from, Type to) {
    if (from instanceof ArrayType list && to instanceof ArrayType wanted) {
      check(list.element().base(), wanted.element().base());
    }
    boolean unlike =
        from instanceof MapType
            && to instanceof ArrayType wanted
            && !(wanted.element() instanceof TupleType);
    return unlike || to instanceof StringType ? ErrorCode.TYPE_MISMATCH : null;
  }

  private static @Nullable ErrorCode ofValues(Type from, Type to) {
    if (to instanceof IntervalType) {
      boolean counts = from instanceof IntegerType || from instanceof StringType;
      return counts ? null : ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT;
    }
    if (from instanceof DateType && to instanceof DecimalType) {
      return ErrorCode.ILLEGAL_COLUMN;
    }
    if (from instanceof UuidType) {
      boolean known = to instanceof UuidType || to instanceof StringType;
      return known ? null : ErrorCode.NOT_IMPLEMENTED;
    }
    if (from instanceof DateTime64Type && to instanceof IntegerType number) {
      // The server takes seconds that fit and refuses others; here only what they always fit.
      return number.signed() && number.bits() >= 64 ? null : ErrorCode.NOT_IMPLEMENTED;
    }
    return null;
  }
}
