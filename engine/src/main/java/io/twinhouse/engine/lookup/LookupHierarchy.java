// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import java.util.List;

/**
 * Parents and children of a dictionary's keys, by their numbers from 1 on. 0 stands for a key that
 * is not there. Immutable.
 */
public final class LookupHierarchy {

  /** How far up a row's parents are followed. */
  public static final int MOST_LEVELS = 1000;

  private final long[] keys;
  private final long[] parents;
  private final int[] parentRows;
  private final boolean[] roots;
  private final KeyTable parentKeys;
  private final int[] starts;
  private final int[] children;

  /**
   * @param attribute the place of the one that holds parents
   */
  LookupHierarchy(KeyedRows rows, int attribute, Reservation memory) {
    int size = rows.keys().size();
    memory.grow(29L * (size + 1));
    keys = new long[size + 1];
    parents = new long[size + 1];
    parentRows = new int[size + 1];
    roots = new boolean[size + 1];
    children = new int[size];
    roots[0] = true;
    parentKeys = new KeyTable(List.of(IntegerType.UINT64), memory);
    memory.grow(4L * (size + 1));
    int[] groups = new int[size + 1];
    fill(rows, attribute, groups, memory);
    int count = parentKeys.size();
    memory.grow(4L * (count + 1));
    starts = new int[count + 1];
    order(groups);
    memory.shrink(4L * (size + 1));
  }

  private void fill(KeyedRows rows, int attribute, int[] groups, Reservation memory) {
    LookupAttribute declared = rows.definition().attributes().get(attribute);
    Column nothing = declared.defaultValue();
    boolean known = !nothing.isNull(0);
    long none = known ? ((LongColumn) nothing.flatten()).values()[0] : 0;
    KeyFinder finder = rows.keys().finder(memory);
    ColumnBuffer values = ColumnBuffer.of(declared.type(), memory);
    int[] addresses = new int[Batch.ROWS];
    int[] found = new int[Batch.ROWS];
    int size = rows.keys().size();
    for (int from = 0; from < size; from += Batch.ROWS) {
      int start = from + 1;
      int count = Math.min(Batch.ROWS, size - from);
      Column own = rows.keys().keys(from, count)[0];
      System.arraycopy(((LongColumn) own.flatten()).values(), 0, keys, start, count);
      for (int i = 0; i < count; i++) {
        addresses[i] = rows.addressOf(start + i);
      }
      values.reset();
      rows.gather(attribute, addresses, 0, count, values);
      LongColumn above = (LongColumn) values.column().flatten();
      Column[] wanted = {above.withNulls(null)};
      rows.numbers(finder, wanted, count, found);
      System.arraycopy(above.values(), 0, parents, start, count);
      System.arraycopy(found, 0, parentRows, start, count);
      parentKeys.insert(wanted, count, found);
      System.arraycopy(found, 0, groups, start, count);
      for (int i = 0; i < count; i++) {
        roots[start + i] = above.isNull(i) || known && above.values()[i] == none;
        groups[start + i] = above.isNull(i) ? -1 : groups[start + i];
      }
    }
  }

  /** Rows by the key of their parent and their own, as a FLAT dictionary has them. */
  private void order(int[] groups) {
    for (int row = 1; row < groups.length; row++) {
      if (groups[row] >= 0) {
        starts[groups[row] + 1]++;
      }
    }
    for (int parent = 1; parent < starts.length; parent++) {
      starts[parent] += starts[parent - 1];
    }
    int[] next = starts.clone();
    for (int row = 1; row < groups.length; row++) {
      if (groups[row] >= 0) {
        children[next[groups[row]]++] = row;
      }
    }
    for (int parent = 0; parent + 1 < starts.length; parent++) {
      sortByKey(starts[parent], starts[parent + 1]);
    }
  }

  /** The children in {@code [from, to)} by their keys, by a heap: it takes no memory. */
  private void sortByKey(int from, int to) {
    for (int top = (to - from) / 2 - 1; top >= 0; top--) {
      sink(from, top, to - from);
    }
    for (int last = to - from - 1; last > 0; last--) {
      swap(from, from + last);
      sink(from, 0, last);
    }
  }

  private void sink(int from, int top, int size) {
    int at = top;
    while (2 * at + 1 < size) {
      int larger = 2 * at + 1;
      if (larger + 1 < size && isLess(from + larger, from + larger + 1)) {
        larger++;
      }
      if (!isLess(from + at, from + larger)) {
        return;
      }
      swap(from + at, from + larger);
      at = larger;
    }
  }

  private boolean isLess(int place, int other) {
    return Long.compareUnsigned(keys[children[place]], keys[children[other]]) < 0;
  }

  private void swap(int place, int other) {
    int child = children[place];
    children[place] = children[other];
    children[other] = child;
  }

  /** How many keys there are. */
  public int size() {
    return keys.length - 1;
  }

  /** The key of a row. */
  public long key(int row) {
    return keys[row];
  }

  /** Whether a row has no parent. */
  public boolean isRoot(int row) {
    return roots[row];
  }

  /** The key of a row's parent. */
  public long parent(int row) {
    return parents[row];
  }

  /** The row of a row's parent, 0 where that is not there. */
  public int parentRow(int row) {
    return parentRows[row];
  }

  /** Finds the number under which {@link #firstChild} and {@link #endOfChildren} know a parent. */
  public KeyFinder parentFinder(Reservation memory) {
    return parentKeys.finder(memory);
  }

  public int firstChild(int parent) {
    return parent < 0 ? 0 : starts[parent];
  }

  public int endOfChildren(int parent) {
    return parent < 0 ? 0 : starts[parent + 1];
  }

  /** The row of a child. */
  public int child(int place) {
    return children[place];
  }
}
