// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How rows of one schema compare under a list of sort keys. Immutable. */
public final class RowOrder {

  private final int[] columns;
  private final ValueOrder[] orders;

  /**
   * @param types of the rows' columns
   */
  public RowOrder(List<SortKey> keys, List<Type> types) {
    columns = keys.stream().mapToInt(SortKey::column).toArray();
    orders =
        keys.stream()
            .map(k -> new ValueOrder(types.get(k.column()), k.descending(), k.nullsFirst()))
            .toArray(ValueOrder[]::new);
  }

  private RowOrder(int[] columns, ValueOrder[] orders) {
    this.columns = columns;
    this.orders = orders;
  }

  /**
   * Rows that are equal in {@code groupBy} stand together, in no order that means anything, and are
   * ordered by {@code keys} among themselves.
   */
  public static RowOrder grouping(List<Integer> groupBy, List<SortKey> keys, List<Type> types) {
    RowOrder within = new RowOrder(keys, types);
    int[] columns =
        IntStream.concat(groupBy.stream().mapToInt(Integer::intValue), IntStream.of(within.columns))
            .toArray();
    ValueOrder[] orders =
        Stream.concat(
                groupBy.stream().map(column -> ValueOrder.grouping(types.get(column))),
                Stream.of(within.orders))
            .toArray(ValueOrder[]::new);
    return new RowOrder(columns, orders);
  }

  /** Negative when row i of {@code a} comes before row j of {@code b}, 0 for peers. */
  public int compare(Batch a, int i, Batch b, int j) {
    for (int key = 0; key < columns.length; key++) {
      int column = columns[key];
      int order = orders[key].compare(a.column(column), i, b.column(column), j);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Marks the rows that are no peers of the row before them; says nothing of the first. */
  public void markChanges(Batch batch, boolean[] changes) {
    for (int key = 0; key < columns.length; key++) {
      orders[key].markChanges(batch.column(columns[key]), batch.rows(), changes);
    }
  }

  /** How many keys there are. */
  int keys() {
    return columns.length;
  }

  /** Compares rows of row stores by address. */
  int compare(RowStore a, int i, RowStore b, int j) {
    return compare(
        a.chunk(RowStore.chunkOf(i)),
        RowStore.rowOf(i),
        b.chunk(RowStore.chunkOf(j)),
        RowStore.rowOf(j));
  }

  /**
   * Whether rows whose prefixes under a key are all {@code prefix} have equal values there.
   *
   * @param addresses of the rows, from {@code from} on up to {@code end}
   */
  boolean areTied(int key, long prefix, RowStore store, int[] addresses, int from, int end) {
    if (columns.length == 0 || orders[key].isExact(prefix)) {
      return true;
    }
    for (int row = from + 1; row < end; row++) {
      Column before = column(key, store, addresses[row - 1]);
      Column column = column(key, store, addresses[row]);
      int at = RowStore.rowOf(addresses[row]);
      int other = RowStore.rowOf(addresses[row - 1]);
      if (orders[key].compareTied(prefix, before, other, column, at) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Puts the prefixes of rows under a key where their addresses stand. */
  void prefixes(int key, RowStore store, int[] addresses, int from, int end, long[] target) {
    for (int row = from; row < end; row++) {
      Column column = column(key, store, addresses[row]);
      target[row] = orders[key].prefixAt(column, RowStore.rowOf(addresses[row]));
    }
  }

  private Column column(int key, RowStore store, int address) {
    return store.chunk(RowStore.chunkOf(address)).column(columns[key]);
  }

  /** As {@link #compare} for rows whose {@linkplain #prefixes prefixes} are both this one. */
  int compareTied(long prefix, RowStore a, int i, RowStore b, int j) {
    Batch first = a.chunk(RowStore.chunkOf(i));
    Batch second = b.chunk(RowStore.chunkOf(j));
    int row = RowStore.rowOf(i);
    int other = RowStore.rowOf(j);
    for (int key = 0; key < columns.length; key++) {
      Column x = first.column(columns[key]);
      Column y = second.column(columns[key]);
      int order =
          key == 0
              ? orders[0].compareTied(prefix, x, row, y, other)
              : orders[key].compare(x, row, y, other);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * One long a row: a smaller one means an earlier row; between equal ones {@link #compare} must
   * decide.
   */
  void prefixes(Batch batch, long[] target) {
    if (columns.length == 0) {
      Arrays.fill(target, 0, batch.rows(), 0);
    } else {
      orders[0].prefixes(batch.column(columns[0]), batch.rows(), target);
    }
  }
}
