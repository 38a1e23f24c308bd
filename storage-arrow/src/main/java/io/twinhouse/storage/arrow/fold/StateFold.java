// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;

/** States of AggregateFunction columns, which come together. */
record StateFold(BoundAggregate function) implements ColumnFold {

  @Override
  public Column fold(Column values, int[] groups, int groupCount, Reservation memory) {
    BytesColumn bytes = (BytesColumn) values.flatten();
    Accumulator states = function.newAccumulator(memory);
    states.resize(groupCount);
    for (int row = 0; row < groups.length; row++) {
      if (bytes.length(row) > 0) {
        states.mergeState(groups[row], bytes.data(), bytes.offsets()[row], bytes.length(row));
      }
    }
    BytesBuffer merged = new BytesBuffer(memory);
    for (int group = 0; group < groupCount; group++) {
      states.writeState(group, merged);
      merged.endRow();
    }
    return merged.toColumn(null);
  }

  @Override
  public boolean mayVanish() {
    return false;
  }
}
