// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.Column;

/** Writes one value of a flat column that is not NULL. */
@FunctionalInterface
interface CellWriter {

  void write(Column column, int row, TextOutput out);

  /** Writes a value of any encoding. */
  default void writeAny(Column column, int row, TextOutput out) {
    if (column instanceof io.twinhouse.engine.column.ConstantColumn constant) {
      write(constant.value(), 0, out);
    } else {
      write(column, row, out);
    }
  }
}
