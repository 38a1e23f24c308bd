// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.memory.Reservation;

/**
 * A growing list of longs, in half the room as long as all of them lie within an int's reach of the
 * first one: so do ids, dates and most numbers that are grouped by.
 */
final class NarrowLongs {

  private final Reservation memory;
  private int size;
  private long base;
  private int[] near = {};
  private long[] any = {};
  private boolean wide;

  NarrowLongs(Reservation memory) {
    this.memory = memory;
  }

  int size() {
    return size;
  }

  /** For how many values there is room. */
  int room() {
    return wide ? any.length : near.length;
  }

  long at(int index) {
    return wide ? any[index] : base + near[index];
  }

  /** Writes the values {@code [from, from + count)} to the start of {@code target}. */
  void copy(int from, int count, long[] target) {
    if (wide) {
      System.arraycopy(any, from, target, 0, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[i] = base + near[from + i];
    }
  }

  /**
   * Adds a value.
   *
   * @param capacity for how many values to make room if there is none for this one
   */
  void add(long value, int capacity) {
    if (size == 0 && !wide) {
      base = value;
    }
    long distance = value - base;
    if (!wide && distance != (int) distance) {
      widen();
    }
    if (size == room()) {
      grow(capacity);
    }
    if (wide) {
      any[size++] = value;
    } else {
      near[size++] = (int) distance;
    }
  }

  private void widen() {
    memory.grow(8L * near.length);
    any = new long[near.length];
    copy(0, size, any);
    memory.shrink(4L * near.length);
    near = new int[0];
    wide = true;
  }

  private void grow(int length) {
    if (wide) {
      memory.grow(8L * length);
      long[] grown = new long[length];
      System.arraycopy(any, 0, grown, 0, size);
      memory.shrink(8L * any.length);
      any = grown;
    } else {
      memory.grow(4L * length);
      int[] grown = new int[length];
      System.arraycopy(near, 0, grown, 0, size);
      memory.shrink(4L * near.length);
      near = grown;
    }
  }

  /** Gives the arrays back; the list is empty afterwards. */
  void release() {
    memory.shrink(4L * near.length + 8L * any.length);
    near = new int[0];
    any = new long[0];
    size = 0;
  }
}
