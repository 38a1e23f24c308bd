// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;

/** Rows of an ARRAY column, flat or constant. */
public final class ArrayLane {

  private final int[] offsets;
  private final Column elements;
  private final int mask;

  private ArrayLane(ArrayColumn column, int mask) {
    this.offsets = column.offsets();
    this.elements =
        column.elements() instanceof ConstantColumn constant
            ? constant.flatten()
            : column.elements();
    this.mask = mask;
  }

  public static ArrayLane of(Column column) {
    if (column instanceof ConstantColumn constant) {
      return new ArrayLane((ArrayColumn) constant.value(), 0);
    }
    return new ArrayLane((ArrayColumn) column, -1);
  }

  public boolean isConstant() {
    return mask == 0;
  }

  /** Where the elements of a row begin in {@link #elements()}. */
  public int start(int row) {
    return offsets[row & mask];
  }

  /** Where the elements of a row end. */
  public int end(int row) {
    return offsets[(row & mask) + 1];
  }

  public int length(int row) {
    return end(row) - start(row);
  }

  /** The elements of all rows; never constant, possibly dictionary-encoded, possibly longer. */
  public Column elements() {
    return elements;
  }

  /** How many elements {@code rows} rows have together. */
  public int total(int rows) {
    return isConstant()
        ? Math.multiplyExact(length(0), rows)
        : rows == 0 ? 0 : offsets[rows] - offsets[0];
  }
}
