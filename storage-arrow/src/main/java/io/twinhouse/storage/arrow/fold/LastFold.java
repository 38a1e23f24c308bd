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
    // each group takes one row: all of them are no larger than the rows
    long most = values.retainedBytes();
    memory.grow(most);
    Column folded = values.gather(last, groupCount);
    memory.shrink(most - Math.min(most, folded.retainedBytes()));
    return folded;
  }

  @Override
  public boolean mayVanish() {
    return false;
  }
}
