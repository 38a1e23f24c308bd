// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One column of the data as the table wants it. For one thread. */
final class ReadColumn {

  private final VectorDecoder decoder;
  private final Conversion conversion;

  ReadColumn(VectorDecoder decoder, Type wanted, ZoneId zone) {
    this.decoder = decoder;
    Type given = decoder.type();
    if (!converts(given.base(), wanted.base())) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "Conversion from " + given.name() + " to " + wanted.name() + " is not supported");
    }
    conversion = given.equals(wanted) ? Conversion.NONE : Conversions.toCommon(given, wanted, zone);
  }

  /**
   * Whether the server converts so. It refuses some of what a cast of ours takes, and units of time
   * are converted in its own way.
   */
  private static boolean converts(Type from, Type to) {
    if (from instanceof IntervalType) {
      return from.equals(to) || to instanceof IntegerType || to instanceof StringType;
    }
    if (to instanceof IntervalType) {
      return from instanceof IntegerType || from instanceof StringType;
    }
    if (from instanceof DateTime64Type && to instanceof IntegerType number) {
      return number.bits() > 16;
    }
    if (from instanceof ArrayType list && to instanceof ArrayType wanted) {
      Type element = wanted.element().base();
      return converts(list.element().base(), element)
          && !(list.element() instanceof ArrayType && element instanceof StringType);
    }
    if (from instanceof UuidType) {
      return to instanceof UuidType || to instanceof StringType || to.equals(IntegerType.UINT128);
    }
    return !(from instanceof DateType && to instanceof DecimalType);
  }

  void bind(BlockCursor block, int rows) {
    decoder.bind(block, rows);
  }

  Column read(int from, int count) {
    return conversion.convert(decoder.read(from, count));
  }

  /** As {@link VectorDecoder#omitted}. */
  boolean @Nullable [] omitted() {
    return decoder.omitted();
  }
}
