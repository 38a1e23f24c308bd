// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** Puts the default of the data's type where there is NULL. */
final class DefaultedDecoder extends VectorDecoder {

  private final VectorDecoder decoder;
  private boolean @Nullable [] omitted;

  DefaultedDecoder(VectorDecoder decoder) {
    super(decoder.type().withoutNullable());
    this.decoder = decoder;
  }

  @Override
  void bind(BlockCursor block, int rows) {
    decoder.bind(block, rows);
  }

  @Override
  Column read(int from, int count) {
    Column column = decoder.read(from, count);
    omitted = column.nulls();
    return omitted == null ? column : filled(column, type());
  }

  private static Column filled(Column column, Type type) {
    ColumnBuilder filled = ColumnBuilder.of(type);
    for (int row = 0; row < column.size(); row++) {
      if (column.isNull(row)) {
        filled.appendDefault();
      } else {
        filled.append(column, row);
      }
    }
    return filled.build();
  }

  @Override
  boolean @Nullable [] omitted() {
    return omitted;
  }
}
