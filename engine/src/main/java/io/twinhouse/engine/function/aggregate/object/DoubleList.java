// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** A growing list of doubles, all accounted. */
public final class DoubleList {

  private final Reservation memory;
  private double[] values = {};
  private int size;

  public DoubleList(Reservation memory) {
    this.memory = memory;
  }

  public void add(double value) {
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

  public void addAll(DoubleList other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i]);
    }
  }

  public double get(int index) {
    return values[index];
  }

  public void set(int index, double value) {
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
  public double[] values() {
    return values;
  }

  public double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
