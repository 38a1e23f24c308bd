// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** Arrays of keys as they grow, one a row; used again for each batch. */
final class KeyLists {

  private final Reservation memory;
  private long[] keys = {};
  private int[] ends = {};
  private int size;
  private int rows;

  KeyLists(Reservation memory) {
    this.memory = memory;
  }

  void reset() {
    size = 0;
    rows = 0;
  }

  void add(long key) {
    if (size == keys.length) {
      int length = Math.max(64, Math.multiplyExact(size, 2));
      memory.grow(8L * length);
      int old = keys.length;
      keys = Arrays.copyOf(keys, length);
      memory.shrink(8L * old);
    }
    keys[size++] = key;
  }

  /** How many keys the row in the making has, and those before it. */
  int size() {
    return size;
  }

  /** Whether a key is among those from {@code start} on. */
  boolean has(long key, int start) {
    for (int place = start; place < size; place++) {
      if (keys[place] == key) {
        return true;
      }
    }
    return false;
  }

  long at(int place) {
    return keys[place];
  }

  void endRow() {
    if (rows == ends.length) {
      int length = Math.max(64, Math.multiplyExact(rows, 2));
      memory.grow(4L * (length - rows));
      ends = Arrays.copyOf(ends, length);
    }
    ends[rows++] = size;
  }

  /** All rows; valid until the next change. */
  Column column() {
    int[] offsets = new int[rows + 1];
    System.arraycopy(ends, 0, offsets, 1, rows);
    return ArrayColumn.of(offsets, LongColumn.of(keys, size, null), rows);
  }
}
