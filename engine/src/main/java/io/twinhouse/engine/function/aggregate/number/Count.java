// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupLongs;
import io.twinhouse.engine.function.aggregate.state.GroupNumbers;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** count: rows a group, of those whose argument is not NULL. */
final class Count implements Accumulator {

  private final GroupLongs counts;

  Count(Reservation memory) {
    counts = new GroupLongs(1, 0, memory);
  }

  @Override
  public void resize(int groups) {
    counts.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    long[] values = counts.values();
    boolean[] nulls = arguments.length == 0 ? null : arguments[0].nulls();
    if (nulls != null) {
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0 && !nulls[row]) {
          values[groups[row]]++;
        }
      }
      return;
    }
    int single = GroupNumbers.single(groups, rows);
    if (single >= 0) {
      values[single] += rows;
      return;
    }
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group >= 0) {
        values[group]++;
      }
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    long[] values = counts.values();
    long[] others = ((Count) other).counts.values();
    for (int group = 0; group < groups; group++) {
      values[target[group]] += others[group];
    }
  }

  @Override
  public Column results(int from, int count) {
    return LongColumn.of(Arrays.copyOfRange(counts.values(), from, from + count), count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    StateBytes.writeVarint(out, counts.values()[group]);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    counts.values()[group] += in.readVarint();
  }
}
