// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers distinct byte strings from 0 in order of their first appearance: open addressing with
 * linear probing, at most three quarters full. A slot holds a string's hash above its number plus
 * one, so that mostly no other string is looked at.
 */
final class BytesIndex {

  private static final int FIRST_SLOTS = 64;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Rows whose slots are fetched at once: as many as the processor waits for side by side. */
  private static final int AHEAD = 64;

  private final Reservation memory;
  private final ByteStrings strings;
  private final int[] hashes = new int[AHEAD];
  private long[] slots;

  /** Means nothing; without it nothing would need to be fetched. */
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  BytesIndex(Reservation memory) {
    this.memory = memory;
    strings = new ByteStrings(memory);
    memory.grow(8L * FIRST_SLOTS);
    slots = new long[FIRST_SLOTS];
  }

  int size() {
    return strings.size();
  }

  ByteStrings strings() {
    return strings;
  }

  /** Finds or adds the strings of rows {@code [0, rows)}. */
  void insert(BytesColumn source, int rows, int[] groups) {
    for (int from = 0; from < rows; from += AHEAD) {
      int count = Math.min(AHEAD, rows - from);
      fetch(source, from, count);
      for (int i = 0; i < count; i++) {
        int row = from + i;
        groups[row] = insert(hashes[i], source.data(), source.offsets()[row], source.length(row));
      }
    }
  }

  /** Hashes some rows and reads their slots, of which none waits for another. */
  private void fetch(BytesColumn source, int from, int count) {
    int mask = slots.length - 1;
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int hash = hash(source.data(), source.offsets()[from + i], source.length(from + i));
      hashes[i] = hash;
      sum += slots[hash & mask];
    }
    fetched += sum;
  }

  int insert(byte[] source, int offset, int length) {
    return insert(hash(source, offset, length), source, offset, length);
  }

  private int insert(int hash, byte[] source, int offset, int length) {
    int slot = slotOf(hash, source, offset, length);
    if (slots[slot] == 0) {
      if (size() + 1 > slots.length / 4 * 3) {
        grow();
        slot = slotOf(hash, source, offset, length);
      }
      strings.add(source, offset, length);
      slots[slot] = (long) hash << 32 | size();
    }
    return (int) slots[slot] - 1;
  }

  /** The number of a string, or -1. */
  int find(byte[] source, int offset, int length) {
    return (int) slots[slotOf(hash(source, offset, length), source, offset, length)] - 1;
  }

  private int slotOf(int hash, byte[] source, int offset, int length) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (true) {
      long held = slots[slot];
      if (held == 0
          || ((int) (held >>> 32) == hash
              && strings.equal((int) held - 1, source, offset, length))) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }

  private void grow() {
    int length = Math.multiplyExact(slots.length, 2);
    memory.grow(8L * length);
    long[] old = slots;
    slots = new long[length];
    int mask = length - 1;
    for (int i = 0; i < old.length; i++) {
      Checkpoint.passSometimes(i);
      if (old[i] != 0) {
        int slot = (int) (old[i] >>> 32) & mask;
        while (slots[slot] != 0) {
          slot = slot + 1 & mask;
        }
        slots[slot] = old[i];
      }
    }
    memory.shrink(8L * old.length);
  }

  /** Eight bytes at a time by multiply and rotate; only ever compared within this process. */
  private static int hash(byte[] source, int offset, int length) {
    long hash = length * 0x9e3779b97f4a7c15L;
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      hash = Long.rotateLeft(hash ^ (long) LONGS.get(source, at), 29) * 0xbf58476d1ce4e5b9L;
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << 8 | source[at] & 0xff;
    }
    hash = (hash ^ rest) * 0x94d049bb133111ebL;
    return (int) (hash ^ hash >>> 32);
  }
}
