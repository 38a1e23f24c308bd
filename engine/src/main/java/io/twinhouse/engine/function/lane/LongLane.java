// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;

/** Rows of a LONG column, flat or constant. */
public final class LongLane {

  private final long[] values;
  private final int mask;

  private LongLane(long[] values, int mask) {
    this.values = values;
    this.mask = mask;
  }

  public static LongLane of(Column column) {
    if (column instanceof ConstantColumn constant) {
      return new LongLane(((LongColumn) constant.value()).values(), 0);
    }
    return new LongLane(((LongColumn) column).values(), -1);
  }

  public long at(int row) {
    return values[row & mask];
  }

  public boolean isConstant() {
    return mask == 0;
  }

  /** The lane itself; one value only if constant. */
  public long[] values() {
    return values;
  }
}
