// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Right rows of which each has a key of its own that is an entry of one dictionary, and else narrow
 * numbers: what a join with the groups of a key looks up. A row's address is its entry's id. Rows
 * whose key is NULL find no partner and are not kept.
 */
final class EntryRows implements RightRows {

  private final Dictionary dictionary;
  private final List<Type> types;
  private final int key;
  private final int size;
  private final long[] present;
  private final @Nullable NarrowColumn[] values;

  private EntryRows(Dictionary dictionary, List<Type> types, int key, Reservation memory) {
    this.dictionary = dictionary;
    this.types = types;
    this.key = key;
    size = dictionary.size();
    memory.grow(8L * ((size >> 6) + 1));
    present = new long[(size >> 6) + 1];
    values = new NarrowColumn[types.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == key ? null : new NarrowColumn(types.get(i), size, memory);
    }
  }

  /** Whether rows of these types can be kept so. */
  static boolean suit(List<Type> types, int key) {
    for (int i = 0; i < types.size(); i++) {
      if (i != key && !NarrowColumn.holds(types.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Room for rows like those of a batch; null if their keys are no entries.
   *
   * @param types that {@link #suit}
   */
  static @Nullable EntryRows like(Batch batch, List<Type> types, int key, Reservation memory) {
    Dictionary dictionary = Dictionary.of(batch.column(key));
    return dictionary == null ? null : new EntryRows(dictionary, types, key, memory);
  }

  /** What such rows with keys of a dictionary take, however many there are. */
  static long bytes(Dictionary dictionary, List<Type> types, int key) {
    long bytes = 8L * ((dictionary.size() >> 6) + 1);
    for (int i = 0; i < types.size(); i++) {
      bytes += i == key ? 0 : NarrowColumn.bytes(types.get(i), dictionary.size());
    }
    return bytes;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /** The column of keys. */
  int key() {
    return key;
  }

  Type keyType() {
    return types.get(key).withoutNullable();
  }

  /** Ids are below this. */
  int size() {
    return size;
  }

  boolean isPresent(int id) {
    return (present[id >> 6] >>> id & 1) != 0;
  }

  /** Keeps all rows of a batch, or none of them and says false. */
  boolean add(Batch batch) {
    Column keys = batch.column(key);
    if (Dictionary.of(keys) != dictionary) {
      return false;
    }
    int[] ids = Dictionary.idsOf(keys);
    for (int row = 0; row < batch.rows(); row++) {
      if (!keys.isNull(row) && !put(ids[row], batch, row)) {
        withdraw(keys, ids, row);
        return false;
      }
    }
    return true;
  }

  private boolean put(int id, Batch batch, int row) {
    if (id >= size || isPresent(id)) {
      return false;
    }
    present[id >> 6] |= 1L << id;
    for (int i = 0; i < values.length; i++) {
      NarrowColumn column = values[i];
      if (column != null) {
        column.put(id, batch.column(i), row);
      }
    }
    return true;
  }

  private void withdraw(Column keys, int[] ids, int rows) {
    for (int row = 0; row < rows; row++) {
      if (!keys.isNull(row)) {
        present[ids[row] >> 6] &= ~(1L << ids[row]);
      }
    }
  }

  /**
   * The rows of the next ids, as columns of their own arrays.
   *
   * @param from the first id to look at
   * @param ids receives the ids of the rows, at most {@link Batch#ROWS}
   * @return of no rows at the end
   */
  Batch rows(int from, int[] ids) {
    int count = 0;
    for (int id = from; id < size && count < Batch.ROWS; id++) {
      ids[count] = id;
      count += isPresent(id) ? 1 : 0;
    }
    Column[] columns = new Column[values.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(i, ids, 0, count);
    }
    return Batch.of(count, columns);
  }

  private Column column(int index, int[] ids, int from, int count) {
    NarrowColumn column = values[index];
    if (column != null) {
      return column.at(ids, from, count);
    }
    int[] own = Arrays.copyOfRange(ids, from, from + count);
    return types.get(key).lane() == Lane.LONG
        ? LongColumn.ofSipHashes(own, dictionary, count, null, null)
        : DictionaryColumn.of(own, dictionary, count, null);
  }

  @Override
  public void gather(int column, int[] addresses, int from, int count, ColumnBuffer out) {
    out.append(column(column, addresses, from, count), 0, count);
  }
}
