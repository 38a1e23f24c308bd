// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.memory.Reservation;

/** A set of longs that keeps the order in which they came, all accounted. */
public final class LongSet {

  private static final int FEW = 16;

  private final Reservation memory;
  private final LongList values;
  private int[] places = {};

  public LongSet(Reservation memory) {
    this.memory = memory;
    values = new LongList(memory);
  }

  public int size() {
    return values.size();
  }

  /** The value that came as number {@code index}. */
  public long get(int index) {
    return values.get(index);
  }

  public boolean contains(long value) {
    if (values.size() <= FEW) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) == value) {
          return true;
        }
      }
      return false;
    }
    return places[place(value)] != 0;
  }

  /** Whether the value was not there yet. */
  public boolean add(long value) {
    if (contains(value)) {
      return false;
    }
    values.add(value);
    if (values.size() * 2 > places.length) {
      rehash(Math.max(4 * FEW, 2 * places.length));
    }
    places[place(value)] = values.size();
    return true;
  }

  private int place(long value) {
    int mask = places.length - 1;
    long mixed = value * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 40) & mask;
    while (places[at] != 0 && values.get(places[at] - 1) != value) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rehash(int length) {
    memory.grow(4L * (length - places.length));
    places = new int[length];
    for (int i = 0; i < values.size() - 1; i++) {
      places[place(values.get(i))] = i + 1;
    }
  }
}
