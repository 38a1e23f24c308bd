// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.AsofOrder;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A join's right side: its rows, the numbers of their keys, and for each key its rows. Rows with a
 * NULL key are kept but belong to no key. Without keys all rows belong to key 0. Where rows are
 * kept by their key's entry, that is the key's number and the row's address. Shared by all probing
 * partitions; only the flags change.
 */
final class BuildTable {

  private final RowStore store;
  private final @Nullable EntryRows entries;
  private final @Nullable KeyTable keys;
  private final @Nullable AsofIndex asof;
  private final boolean[] matched;
  private final boolean[] usedKeys;

  private final KeyedRows rows;

  private BuildTable(
      RowStore store,
      @Nullable EntryRows entries,
      Reservation memory,
      @Nullable KeyTable keys,
      KeyedRows rows,
      @Nullable AsofIndex asof,
      JoinMode mode) {
    this.store = store;
    this.entries = entries;
    this.keys = keys;
    this.rows = rows;
    this.asof = asof;
    int flags = mode.oncePerRight() || mode.loneRight() ? store.chunks() * Batch.ROWS : 0;
    int keyFlags = mode.oncePerKey() ? (keys == null ? 1 : keys.size()) : 0;
    memory.grow(flags + keyFlags);
    matched = new boolean[flags];
    usedKeys = new boolean[keyFlags];
  }

  /**
   * @param store of the join's right rows, sealed
   * @param mixed whether they came in another order each time
   */
  static BuildTable of(
      RowStore store, PlanNode.Join join, JoinMode mode, boolean mixed, Reservation memory) {
    List<Type> types = join.right().schema().types();
    AsofOrder order = join.asof();
    int[] columns = join.rightKeys().stream().mapToInt(Integer::intValue).toArray();
    int keyColumns = order == null ? columns.length : columns.length - 1;
    List<Type> keyTypes =
        join.rightKeys().stream()
            .limit(keyColumns)
            .map(k -> types.get(k).withoutNullable())
            .toList();
    KeyTable keys = keyColumns == 0 ? null : new KeyTable(keyTypes, memory, mixed);
    int slots = store.chunks() * Batch.ROWS;
    memory.grow(4L * slots);
    int[] keyOf = new int[slots];
    int[] chosen = new int[Batch.ROWS];
    int[] groups = new int[Batch.ROWS];
    Arrays.fill(keyOf, -1);
    if (keys == null) {
      everyRow(store, keyOf);
    }
    for (int chunk = 0; chunk < store.chunks() && keys != null; chunk++) {
      Batch batch = store.chunk(chunk);
      int count = withoutNulls(batch, columns, chosen);
      Column[] values = new Column[keyColumns];
      for (int i = 0; i < keyColumns; i++) {
        Column column = batch.column(columns[i]);
        values[i] = count == batch.rows() ? column : column.gather(chosen, count);
      }
      keys.insert(values, count, groups);
      for (int i = 0; i < count; i++) {
        keyOf[RowStore.address(chunk, chosen[i])] = groups[i];
      }
    }
    int keyCount = keys == null ? 1 : keys.size();
    KeyedRows rows = KeyedRows.of(keyOf, keyCount, order != null, memory);
    memory.shrink(4L * slots);
    AsofIndex asof = null;
    if (order != null) {
      int column = columns[keyColumns];
      asof =
          AsofIndex.of(
              new AsofIndex.Source(store, column, types.get(column)),
              order,
              rows.starts(),
              rows.addresses(),
              memory);
    }
    return new BuildTable(store, null, memory, keys, rows, asof, mode);
  }

  /** Of rows that are addressed by their key's entry. */
  static BuildTable of(EntryRows entries, JoinMode mode, Reservation memory) {
    KeyedRows own = new KeyedRows(new int[0], new int[0]);
    return new BuildTable(new RowStore(List.of(), memory), entries, memory, null, own, null, mode);
  }

  private static int withoutNulls(Batch batch, int[] columns, int[] chosen) {
    int count = 0;
    for (int row = 0; row < batch.rows(); row++) {
      chosen[count] = row;
      count += hasNull(batch, columns, row) ? 0 : 1;
    }
    return count;
  }

  private static boolean hasNull(Batch batch, int[] columns, int row) {
    for (int column : columns) {
      if (batch.column(column).isNull(row)) {
        return true;
      }
    }
    return false;
  }

  /** Without keys each row is of key 0; a chunk's last addresses may belong to no row. */
  private static void everyRow(RowStore store, int[] keyOf) {
    for (int chunk = 0; chunk < store.chunks(); chunk++) {
      int first = RowStore.address(chunk, 0);
      Arrays.fill(keyOf, first, first + store.chunk(chunk).rows(), 0);
    }
  }

  RowStore store() {
    return store;
  }

  RightRows rightRows() {
    return entries == null ? store::gather : entries;
  }

  /** Looks keys up for one probing partition; null when there are no keys. */
  @Nullable RightFinder finder(Reservation finderMemory) {
    if (entries != null) {
      return new EntryFinder(entries, finderMemory);
    }
    KeyFinder finder = keys == null ? null : keys.finder(finderMemory);
    return finder == null ? null : finder::find;
  }

  int first(int key) {
    return rows.first(key);
  }

  int end(int key) {
    return rows.end(key);
  }

  int address(int position) {
    return entries == null ? rows.addresses()[position] : position;
  }

  /** The position of the closest partner of a left row among those of its key, or -1. */
  int closest(Column column, int row, int key) {
    return asof == null ? -1 : asof.find(column, row, rows.first(key), rows.end(key));
  }

  boolean isMatched(int address) {
    return matched[address];
  }

  void match(int address) {
    if (matched.length > 0) {
      matched[address] = true;
    }
  }

  /** Marks a key as used; whether it was not before. */
  boolean use(int key) {
    boolean first = !usedKeys[key];
    usedKeys[key] = true;
    return first;
  }
}
