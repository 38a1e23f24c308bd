// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** Quantiles of groups as a column: of plain values, or of one array a group. */
final class QuantileColumn {

  private final Levels levels;
  private final ColumnBuilder rows;
  private final ColumnBuilder values;
  private final boolean isLong;

  QuantileColumn(Levels levels, Type single) {
    this.levels = levels;
    rows = ColumnBuilder.of(levels.typeOf(single));
    values = levels.several() ? rows.elements() : rows;
    isLong = single.lane() == Lane.LONG;
  }

  void add(long value) {
    values.appendLong(value);
  }

  /** A Float64 that a result of the LONG lane cuts to its whole part. */
  void add(double value) {
    if (isLong) {
      values.appendLong((long) value);
    } else {
      values.appendDouble(value);
    }
  }

  void endRow() {
    if (levels.several()) {
      rows.endRow();
    }
  }

  Column build() {
    return rows.build();
  }
}
