// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One column of the data as the table wants it. For one thread. */
final class ReadColumn {

  private final VectorDecoder decoder;
  private final Conversion conversion;
  private final Type wanted;
  private final boolean nullAsDefault;
  private boolean @Nullable [] omitted;

  /**
   * @param nullAsDefault whether NULL stands for the default of a column that cannot be NULL
   */
  ReadColumn(VectorDecoder decoder, Type wanted, boolean nullAsDefault, ZoneId zone) {
    this.decoder = decoder;
    this.wanted = wanted;
    this.nullAsDefault = nullAsDefault;
    Type given = decoder.type();
    Type target = given.isNullable() ? wanted.toNullable() : wanted;
    this.conversion = given.equals(target) ? Conversion.NONE : Conversions.of(given, target, zone);
  }

  void bind(BlockCursor block, int rows) {
    decoder.bind(block, rows);
  }

  Column read(int from, int count) {
    Column column = conversion.convert(decoder.read(from, count));
    omitted = null;
    boolean[] nulls = column.nulls();
    if (nulls == null || wanted.isNullable()) {
      return column;
    }
    if (!nullAsDefault) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
          "Cannot convert NULL value to non-Nullable type " + wanted.name());
    }
    omitted = nulls;
    ColumnBuilder filled = ColumnBuilder.of(wanted);
    for (int row = 0; row < count; row++) {
      if (nulls[row]) {
        filled.appendDefault();
      } else {
        filled.append(column, row);
      }
    }
    return filled.build();
  }

  /** Which rows of the last column were NULL and hold the type's default, or null if none. */
  boolean @Nullable [] omitted() {
    return omitted;
  }
}
