// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import org.jspecify.annotations.Nullable;

/** Values of a condition: true where neither 0 nor NULL. */
public final class Verdicts {

  private final long[] values;
  private final boolean @Nullable [] nulls;
  private final int mask;

  private Verdicts(LongColumn column, int mask) {
    this.values = column.values();
    this.nulls = column.nulls();
    this.mask = mask;
  }

  public static Verdicts of(Column column) {
    return column instanceof ConstantColumn constant
        ? new Verdicts((LongColumn) constant.value(), 0)
        : new Verdicts((LongColumn) column, -1);
  }

  public boolean at(int element) {
    int at = element & mask;
    return values[at] != 0 && (nulls == null || !nulls[at]);
  }
}
