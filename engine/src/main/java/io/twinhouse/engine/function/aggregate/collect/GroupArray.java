// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupInts;
import io.twinhouse.engine.function.aggregate.state.GroupedValues;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** groupArray: all values of a group, or the first so many. */
final class GroupArray implements Accumulator {

  private final long most;
  private final GroupedValues lists;
  private final GroupInts lengths;
  private final RowNumbers wanted;

  /**
   * @param most values a group at most
   */
  GroupArray(Type type, long most, Reservation memory) {
    this.most = most;
    lists = new GroupedValues(type, memory);
    lengths = new GroupInts(memory);
    wanted = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {
    if (most < Long.MAX_VALUE) {
      lengths.resize(groups);
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    if (most == Long.MAX_VALUE) {
      lists.add(arguments[0], groups, rows);
      return;
    }
    int[] counts = lengths.values();
    int[] owners = wanted.of(rows);
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      owners[row] = -1;
      if (group >= 0 && counts[group] < most) {
        counts[group]++;
        owners[row] = group;
      }
    }
    lists.add(arguments[0], owners, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    lists.merge(((GroupArray) other).lists, target);
    if (most < Long.MAX_VALUE) {
      for (int group = 0; group < groups; group++) {
        long both =
            (long) lengths.values()[target[group]] + ((GroupArray) other).lengths.values()[group];
        lengths.values()[target[group]] = (int) Math.min(most, both);
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    return lists.lists(from, count, most);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    lists.write(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    lists.read(group, in);
    if (most < Long.MAX_VALUE) {
      lengths.values()[group] = (int) Math.min(most, lists.count(group));
    }
  }
}
