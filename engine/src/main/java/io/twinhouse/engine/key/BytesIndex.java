// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers distinct byte strings from 0 in order of their first appearance: open addressing with
 * linear probing, at most three quarters full, with each string's hash kept beside its number.
 */
final class BytesIndex {

  private static final int FIRST_SLOTS = 64;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Reservation memory;
  private final ByteStrings strings;
  private int[] hashes;
  private int[] slots;

  BytesIndex(Reservation memory) {
    this.memory = memory;
    strings = new ByteStrings(memory);
    memory.grow(8L * FIRST_SLOTS);
    hashes = new int[FIRST_SLOTS];
    slots = new int[FIRST_SLOTS];
  }

  int size() {
    return strings.size();
  }

  ByteStrings strings() {
    return strings;
  }

  int insert(byte[] source, int offset, int length) {
    int hash = hash(source, offset, length);
    int slot = slotOf(hash, source, offset, length);
    if (slots[slot] == 0) {
      if (size() + 1 > slots.length / 4 * 3) {
        grow();
        slot = slotOf(hash, source, offset, length);
      }
      strings.add(source, offset, length);
      hashes[size() - 1] = hash;
      slots[slot] = size();
    }
    return slots[slot] - 1;
  }

  /** The number of a string, or -1. */
  int find(byte[] source, int offset, int length) {
    return slots[slotOf(hash(source, offset, length), source, offset, length)] - 1;
  }

  private int slotOf(int hash, byte[] source, int offset, int length) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (true) {
      int index = slots[slot] - 1;
      if (index < 0 || (hashes[index] == hash && strings.equal(index, source, offset, length))) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }

  private void grow() {
    int length = Math.multiplyExact(slots.length, 2);
    memory.grow(8L * length);
    hashes = Arrays.copyOf(hashes, length);
    int oldLength = slots.length;
    slots = new int[length];
    memory.shrink(8L * oldLength);
    int mask = length - 1;
    for (int index = 0; index < size(); index++) {
      int slot = hashes[index] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = index + 1;
    }
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
