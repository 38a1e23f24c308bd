// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;

/** CoalescingMergeTree: the last value that is not NULL. */
record LastFold() implements ColumnFold {

  @Override
  public Column fold(Column values, int[] groups, int groupCount, Reservation memory) {
    memory.grow(4L * groupCount);
    int[] last = new int[groupCount];
    for (int row = 0; row < groups.length; row++) {
      boolean first = row == 0 || groups[row - 1] != groups[row];
      if (first || !values.isNull(row)) {
        last[groups[row]] = row;
      }
    }
    return values.gather(last, groupCount);
  }

  @Override
  public boolean mayVanish() {
    return false;
  }
}
