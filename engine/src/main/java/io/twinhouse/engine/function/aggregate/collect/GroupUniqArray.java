// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.GroupedKeys;
import io.twinhouse.engine.function.aggregate.state.GroupedValues;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/**
 * groupUniqArray: each value of a group once, or the first so many, in the order of the hash table
 * that ClickHouse keeps them in. Values that come from a state come in that order too.
 */
final class GroupUniqArray implements Accumulator {

  private final Type type;
  private final long most;
  private final Reservation memory;
  private final GroupedKeys keys;
  private final GroupedValues lists;
  private final RowNumbers fresh;

  GroupUniqArray(Type type, long most, Reservation memory) {
    this.type = type;
    this.most = most;
    this.memory = memory;
    keys = new GroupedKeys(List.of(type), memory);
    lists = GroupedValues.ofDistinct(type, memory);
    fresh = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {}

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int[] first = fresh.of(rows);
    keys.claim(arguments, groups, rows, first);
    lists.add(arguments[0], first, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    ((GroupUniqArray) other)
        .keys.forEachRun(
            (values, owners, rows) -> {
              int[] mapped = new int[rows];
              for (int row = 0; row < rows; row++) {
                mapped[row] = target[owners[row]];
              }
              add(values, mapped, rows);
            });
  }

  @Override
  public Column results(int from, int count) {
    return CellOrder.ofLists(type, lists.lists(from, count, most), count, memory);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    ArrayColumn list = lists.lists(group, 1, most);
    lists.write(CellOrder.ofLists(type, list, 1, memory), out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    lists.readInto(
        in,
        (values, rows) -> {
          int[] groups = new int[rows];
          Arrays.fill(groups, group);
          add(new Column[] {values}, groups, rows);
        });
  }
}
