// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;

/**
 * Numbers distinct longs from 0 in order of their first appearance. A plain array by value while
 * values lie close together, else open addressing with linear probing at most three quarters full;
 * the choice is made again whenever the index grows. Where codes come in another order each time
 * only those of a known universe are taken for close: what is held depends on how many they are.
 */
final class LongIndex {

  private static final int FIRST_SLOTS = 64;
  private static final int FIRST_MIXED_SLOTS = FIRST_SLOTS << 7;
  private static final int SMALL_SPAN = 4096;

  private final Reservation memory;
  private final NarrowLongs keys;

  /** Codes are below this, or may be anything where it is 0. */
  private final long universe;

  private final boolean anyOrder;

  private long lowest = Long.MAX_VALUE;
  private long highest = Long.MIN_VALUE;

  /** Group number plus one, or 0: by hash, or by {@code key - origin} when dense. */
  private SlotArray slots;

  private boolean dense = true;
  private long origin;

  /** Of any codes. */
  LongIndex(Reservation memory) {
    this(memory, 0, false);
  }

  /**
   * @param universe codes are from 0 on and mostly below this; 0 if nothing is known of them
   * @param anyOrder whether the codes come in another order each time
   */
  LongIndex(Reservation memory, long universe, boolean anyOrder) {
    this.memory = memory;
    this.universe = universe;
    this.anyOrder = anyOrder;
    keys = new NarrowLongs(memory);
    slots = new SlotArray(FIRST_SLOTS, memory);
  }

  int size() {
    return keys.size();
  }

  /** How many keys to make room for when there are {@code count}. */
  int capacity(int count) {
    return anyOrder ? KeyCapacity.mixed(count, universe) : KeyCapacity.of(count);
  }

  /** Writes the keys numbered {@code [from, from + count)} to the start of {@code target}. */
  void copyKeys(int from, int count, long[] target) {
    keys.copy(from, count, target);
  }

  /** Finds or adds {@code codes[0 .. rows)}. */
  void insert(long[] codes, int rows, int[] groups) {
    long lastCode = 0;
    int lastGroup = -1;
    for (int row = 0; row < rows; row++) {
      long code = codes[row];
      if (code != lastCode || lastGroup < 0) {
        lastGroup = find(code);
        if (lastGroup < 0) {
          lastGroup = add(code);
        }
        lastCode = code;
      }
      groups[row] = lastGroup;
    }
  }

  /** Finds {@code codes[0 .. rows)}, -1 for absent ones. */
  void find(long[] codes, int rows, int[] groups) {
    for (int row = 0; row < rows; row++) {
      groups[row] = find(codes[row]);
    }
  }

  private int find(long code) {
    if (dense) {
      long offset = code - origin;
      return offset >= 0 && offset < slots.length() ? slots.get((int) offset) - 1 : -1;
    }
    int mask = slots.length() - 1;
    int slot = (int) hash(code) & mask;
    while (true) {
      int group = slots.get(slot) - 1;
      if (group < 0 || keys.at(group) == code) {
        return group;
      }
      slot = slot + 1 & mask;
    }
  }

  private int add(long code) {
    int size = keys.size();
    long low = Math.min(lowest, code);
    long high = Math.max(highest, code);
    if (dense ? !fits(code) : size + 1 > slots.length() / 4 * 3) {
      rebuild(low, high);
    }
    lowest = low;
    highest = high;
    keys.add(code, size == keys.room() ? capacity(Math.addExact(size, 1)) : 0);
    slots.set(slotFor(code), size + 1);
    return size;
  }

  private boolean fits(long code) {
    long offset = code - origin;
    return offset >= 0 && offset < slots.length() && keys.size() > 0;
  }

  private int slotFor(long code) {
    if (dense) {
      return (int) (code - origin);
    }
    int mask = slots.length() - 1;
    int slot = (int) hash(code) & mask;
    while (slots.get(slot) != 0) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Makes room for one key more; dense where that takes about the memory that hashing would. */
  private void rebuild(long low, long high) {
    int size = keys.size();
    int hashed = anyOrder ? FIRST_MIXED_SLOTS : FIRST_SLOTS;
    while (size + 1 > hashed / 4 * 3) {
      hashed = Math.multiplyExact(hashed, 2);
    }
    long span = anyOrder ? widest(low, high) : high - low;
    // a universe of which half the codes never come is better hashed: shared groups are many
    long roomy = anyOrder ? hashed + hashed / 2L : 2L * hashed;
    boolean close = span >= 0 && span < Math.max(roomy, SMALL_SPAN);
    int length = close ? (int) Math.max(FIRST_SLOTS, span + span / 2 + 1) : hashed;
    boolean all = close && length > universe / 2 && low >= 0 && high < universe;
    if (all) {
      length = (int) universe;
    }
    SlotArray old = slots;
    slots = new SlotArray(length, memory);
    old.release();
    dense = close;
    // room on the side where keys keep coming: dates and ids mostly ascend
    origin = all ? 0 : close && low < lowest && size > 0 ? high - length + 1 : low;
    for (int group = 0; group < size; group++) {
      Checkpoint.passSometimes(group);
      slots.set(slotFor(keys.at(group)), group + 1);
    }
  }

  /** How far codes can lie apart, as far as is known; negative if nothing is. */
  private long widest(long low, long high) {
    return low >= 0 && high < universe ? universe - 1 : -1;
  }

  /** Gives the arrays back; the index is of no use afterwards. */
  void release() {
    keys.release();
    slots.release();
  }

  /** The finalizer of MurmurHash3, two rounds shortened to what linear probing needs. */
  private static long hash(long value) {
    long mixed = (value ^ value >>> 32) * 0x9e3779b97f4a7c15L;
    return mixed ^ mixed >>> 29;
  }
}
