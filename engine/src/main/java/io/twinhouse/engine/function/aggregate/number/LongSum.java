// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupLongs;
import io.twinhouse.engine.function.aggregate.state.GroupNumbers;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** sum of integers in 64 bits, wrapping. */
final class LongSum implements Accumulator {

  private final GroupLongs sums;
  private final LaneInput input;

  LongSum(Reservation memory) {
    sums = new GroupLongs(1, 0, memory);
    input = new LaneInput(memory);
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    long[] values = input.longs(arguments[0], rows);
    int single = GroupNumbers.single(groups, rows);
    if (single >= 0) {
      long sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += values[row];
      }
      sums.values()[single] += sum;
      return;
    }
    long[] totals = sums.values();
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group >= 0) {
        totals[group] += values[row];
      }
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    long[] totals = sums.values();
    long[] others = ((LongSum) other).sums.values();
    for (int group = 0; group < groups; group++) {
      totals[target[group]] += others[group];
    }
  }

  @Override
  public Column results(int from, int count) {
    return LongColumn.of(Arrays.copyOfRange(sums.values(), from, from + count), count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    StateBytes.writeLong(out, sums.values()[group]);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    sums.values()[group] += in.readLong();
  }
}
