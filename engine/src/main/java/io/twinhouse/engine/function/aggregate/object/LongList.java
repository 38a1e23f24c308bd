// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** A growing list of longs, all accounted. */
public final class LongList {

  private final Reservation memory;
  private long[] values = {};
  private int size;

  public LongList(Reservation memory) {
    this.memory = memory;
  }

  public void add(long value) {
    if (size == values.length) {
      reserve(Math.max(8, size + (size >> 1)));
    }
    values[size++] = value;
  }

  private void reserve(int length) {
    memory.grow(8L * length);
    long old = 8L * values.length;
    values = Arrays.copyOf(values, length);
    memory.shrink(old);
  }

  public void addAll(LongList other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i]);
    }
  }

  public long get(int index) {
    return values[index];
  }

  public void set(int index, long value) {
    values[index] = value;
  }

  public int size() {
    return size;
  }

  /** Forgets all behind the first {@code count}. */
  public void truncate(int count) {
    size = Math.min(size, count);
  }

  /** The array itself, valid until the list grows. */
  public long[] values() {
    return values;
  }

  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
