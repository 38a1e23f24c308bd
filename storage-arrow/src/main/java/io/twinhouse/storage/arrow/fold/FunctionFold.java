// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** A SimpleAggregateFunction: an aggregate function over plain values. */
record FunctionFold(BoundAggregate function) implements ColumnFold {

  @Override
  public Column fold(Column values, int[] groups, int groupCount, Reservation memory) {
    Accumulator states = function.newAccumulator(memory);
    states.resize(groupCount);
    int[] rows = new int[Batch.ROWS];
    for (int from = 0; from < groups.length; from += Batch.ROWS) {
      int first = from;
      int count = Math.min(Batch.ROWS, groups.length - from);
      Arrays.setAll(rows, i -> first + i);
      Column[] chunk = {values.gather(rows, count)};
      states.add(chunk, Arrays.copyOfRange(groups, from, from + count), count);
    }
    return states.results(0, groupCount);
  }

  @Override
  public boolean mayVanish() {
    return false;
  }
}
