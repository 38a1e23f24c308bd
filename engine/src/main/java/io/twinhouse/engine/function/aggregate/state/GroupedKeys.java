// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distinct values in each group, in the order of their first appearance. Not thread-safe. */
public final class GroupedKeys {

  private final KeyTable table;
  private final RowNumbers numbers;
  private final RowNumbers rowsKept;
  private final GroupIndex index;

  public GroupedKeys(List<Type> types, Reservation memory) {
    List<Type> all = new ArrayList<>(types);
    all.add(0, IntegerType.UINT32);
    table = new KeyTable(all, memory);
    numbers = new RowNumbers(memory);
    rowsKept = new RowNumbers(memory);
    index = new GroupIndex(memory);
  }

  /** How many there are in all groups. */
  public int size() {
    return table.size();
  }

  /**
   * Adds the values of rows of groups that are not negative.
   *
   * @param fresh receives the group of each row that is the first of its kind there, -1 of others
   */
  public void claim(Column[] values, int[] groups, int rows, int[] fresh) {
    int known = table.size();
    int[] numberOf = insert(values, groups, rows);
    int kept = 0;
    for (int row = 0; row < rows; row++) {
      fresh[row] = -1;
      if (groups[row] >= 0) {
        int number = numberOf[kept++];
        if (number >= known) {
          fresh[row] = groups[row];
          known = number + 1;
        }
      }
    }
  }

  /** As {@link #claim}; the number of each row's value, rows of negative groups passed over. */
  public int[] insert(Column[] values, int[] groups, int rows) {
    int[] chosen = rowsKept.of(rows);
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        chosen[count++] = row;
      }
    }
    Column[] keys = new Column[values.length + 1];
    long[] owners = new long[count];
    for (int i = 0; i < count; i++) {
      owners[i] = groups[chosen[i]];
    }
    keys[0] = LongColumn.of(owners, count, null);
    for (int i = 0; i < values.length; i++) {
      keys[i + 1] = count == rows ? values[i] : values[i].gather(chosen, count);
    }
    int[] numberOf = numbers.of(count);
    if (count > 0) {
      table.insert(keys, count, numberOf);
    }
    return numberOf;
  }

  /** Values {@code [from, from + count)} of all groups. */
  public Column[] values(int from, int count) {
    Column[] keys = table.keys(from, count);
    return Arrays.copyOfRange(keys, 1, keys.length);
  }

  /** The numbers of a group's values, ascending. */
  public int[] numbersOf(int group) {
    if (index.rows() != table.size()) {
      int[] owners = new int[table.size()];
      forEachRun((values, groups, rows, from) -> System.arraycopy(groups, 0, owners, from, rows));
      index.build(owners, owners.length);
    }
    return index.rowsOf(group);
  }

  /** Receives values with the groups they belong to. */
  @FunctionalInterface
  public interface Run {
    void accept(Column[] values, int[] groups, int rows);
  }

  private interface PlacedRun {
    void accept(Column[] values, int[] groups, int rows, int from);
  }

  /** Hands out everything, batch by batch. */
  public void forEachRun(Run run) {
    forEachRun((values, groups, rows, from) -> run.accept(values, groups, rows));
  }

  private void forEachRun(PlacedRun run) {
    for (int from = 0; from < table.size(); from += Batch.ROWS) {
      int count = Math.min(Batch.ROWS, table.size() - from);
      Column[] keys = table.keys(from, count);
      long[] owners = ((LongColumn) keys[0]).values();
      int[] groups = new int[count];
      for (int i = 0; i < count; i++) {
        groups[i] = (int) owners[i];
      }
      run.accept(Arrays.copyOfRange(keys, 1, keys.length), groups, count, from);
    }
  }
}
