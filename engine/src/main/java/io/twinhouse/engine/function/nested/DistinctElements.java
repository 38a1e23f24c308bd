// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.Column;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the distinct values among elements of one row at a time, in order of appearance. An
 * element is the tuple of what the columns hold at its position. Values are the same by {@link
 * SameValue}.
 */
public final class DistinctElements {

  private static final int SMALL = 8;

  private final List<Column> columns;
  private int[] found = new int[SMALL];
  private int[] table = {};
  private int size;
  private int indexed;

  /**
   * @param columns columns of the same type may stand for the parts of an element
   */
  public DistinctElements(List<Column> columns) {
    this.columns = columns;
  }

  /** Forgets all values. */
  public void clear() {
    size = 0;
    indexed = 0;
  }

  /** Distinct values so far. */
  public int size() {
    return size;
  }

  /** The first element that had value {@code number}. */
  public int element(int number) {
    return found[number];
  }

  /** The number of the value of {@code element}; {@link #size()} as it was if it is a new one. */
  public int number(int element) {
    if (size < SMALL) {
      for (int i = 0; i < size; i++) {
        if (same(found[i], element)) {
          return i;
        }
      }
      return add(element);
    }
    if (indexed < size || size * 2 > table.length) {
      index();
    }
    int slot = find(element);
    if (table[slot] >= 0) {
      return table[slot];
    }
    table[slot] = size;
    indexed++;
    return add(element);
  }

  private int add(int element) {
    if (size == found.length) {
      found = Arrays.copyOf(found, size * 2);
    }
    found[size] = element;
    return size++;
  }

  private void index() {
    int length = Math.max(64, Integer.highestOneBit(size) * 4);
    if (table.length < length) {
      table = new int[length];
    }
    Arrays.fill(table, -1);
    for (int i = 0; i < size; i++) {
      table[find(found[i])] = i;
    }
    indexed = size;
  }

  private int find(int element) {
    int mask = table.length - 1;
    int slot = hash(element) & mask;
    while (table[slot] >= 0 && !same(found[table[slot]], element)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int hash(int element) {
    int hash = 0;
    for (int i = 0; i < columns.size(); i++) {
      hash = hash * 31 + SameValue.hash(columns.get(i), element);
    }
    return hash;
  }

  private boolean same(int a, int b) {
    for (int i = 0; i < columns.size(); i++) {
      if (!SameValue.same(columns.get(i), a, columns.get(i), b)) {
        return false;
      }
    }
    return true;
  }
}
