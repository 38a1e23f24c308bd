// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;

/** Conversions of columns with NULLs: what stands under a NULL is not converted. */
final class NullConversion {

  private NullConversion() {}

  static Conversion of(Conversion plain, Type to) {
    return source -> {
      boolean[] nulls = source.nulls();
      int rows = source.size();
      if (nulls == null || !any(nulls, rows)) {
        return plain.convert(source.withNulls(null));
      }
      if (!to.isNullable()) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
            "Cannot convert NULL value to non-Nullable type");
      }
      if (plain.isNone()) {
        return source;
      }
      return overOthers(plain, to, source, nulls);
    };
  }

  private static boolean any(boolean[] nulls, int rows) {
    for (int row = 0; row < rows; row++) {
      if (nulls[row]) {
        return true;
      }
    }
    return false;
  }

  private static Column overOthers(Conversion plain, Type to, Column source, boolean[] nulls) {
    int rows = source.size();
    int[] kept = new int[rows];
    int[] place = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      place[row] = count;
      if (!nulls[row]) {
        kept[count++] = row;
      }
    }
    if (count == 0) {
      return allNull(to, rows);
    }
    for (int row = 0; row < rows; row++) {
      place[row] = Math.min(place[row], count - 1);
    }
    Column converted = plain.convert(source.gather(kept, count).withNulls(null));
    return converted.gather(place, rows).withNulls(nulls);
  }

  static Column allNull(Type type, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < rows; row++) {
      builder.appendNull();
    }
    return builder.build();
  }

  static Column defaults(Type type, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < rows; row++) {
      builder.appendDefault();
    }
    return builder.build();
  }
}
