// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupDoubles;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * sum of floats in Float64. Floats do not add in any order alike, so the order is ClickHouse's: row
 * by row under GROUP BY, and over a whole table in sixteen sums a block, added up at its end.
 */
final class DoubleSum implements Accumulator {

  private final GroupDoubles sums;
  private final LaneInput input;
  private int groups;

  DoubleSum(Reservation memory) {
    sums = new GroupDoubles(1, memory);
    input = new LaneInput(memory);
  }

  @Override
  public void resize(int newGroups) {
    sums.resize(newGroups);
    groups = Math.max(groups, newGroups);
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows) {
    double[] values = input.doubles(arguments[0], rows);
    double[] totals = sums.values();
    if (groups == 1) {
      totals[0] = BlockSum.add(totals[0], values, groupOf, rows);
      return;
    }
    for (int row = 0; row < rows; row++) {
      int group = groupOf[row];
      if (group >= 0) {
        totals[group] += values[row];
      }
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int count) {
    double[] totals = sums.values();
    double[] others = ((DoubleSum) other).sums.values();
    for (int group = 0; group < count; group++) {
      totals[target[group]] += others[group];
    }
  }

  @Override
  public Column results(int from, int count) {
    return DoubleColumn.of(Arrays.copyOfRange(sums.values(), from, from + count), count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    StateBytes.writeDouble(out, sums.values()[group]);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    sums.values()[group] += in.readDouble();
  }
}
