// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupedKeys;
import io.twinhouse.engine.function.aggregate.state.GroupedValues;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * groupUniqArray: each value of a group once, in the order of first appearance (ClickHouse's order
 * is that of a hash table and not specified), or the first so many.
 */
final class GroupUniqArray implements Accumulator {

  private final long most;
  private final GroupedKeys keys;
  private final GroupedValues lists;
  private final RowNumbers fresh;

  GroupUniqArray(Type type, long most, Reservation memory) {
    this.most = most;
    keys = new GroupedKeys(List.of(type), memory);
    lists = new GroupedValues(type, memory);
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
    return lists.lists(from, count, most);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    lists.write(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    lists.readInto(
        in,
        (values, rows) -> {
          int[] groups = new int[rows];
          java.util.Arrays.fill(groups, group);
          add(new Column[] {values}, groups, rows);
        });
  }
}
