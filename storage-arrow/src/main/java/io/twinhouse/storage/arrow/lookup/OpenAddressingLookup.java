// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import io.twinhouse.engine.memory.Reservation;

/**
 * Linear probing over longs: the upper half of the hash and id + 1 in one word, so that most misses
 * are decided without touching a key, and growing needs no key at all. Half full at most.
 */
final class OpenAddressingLookup implements KeyLookup {

  private static final int FIRST_CAPACITY = 64;
  private static final long ID_MASK = 0xffff_ffffL;

  private final Keys keys;
  private final Reservation memory;
  private volatile long[] slots;
  private volatile boolean distinct = true;
  private int size;

  /** With the first {@code count} keys in it. */
  OpenAddressingLookup(Keys keys, int count, Reservation memory) {
    this.keys = keys;
    this.memory = memory;
    memory.grow(8L * FIRST_CAPACITY);
    slots = new long[FIRST_CAPACITY];
    for (int id = 0; id < count; id++) {
      add(keys.hash(id), id);
    }
  }

  @Override
  public int find(long hash, Matcher matcher) {
    long[] table = slots;
    int mask = table.length - 1;
    long tag = hash & ~ID_MASK;
    for (int at = place(hash) & mask; ; at = (at + 1) & mask) {
      long slot = table[at];
      if (slot == 0) {
        return NONE;
      }
      if ((slot & ~ID_MASK) == tag) {
        int id = (int) (slot & ID_MASK) - 1;
        if (matcher.matches(id)) {
          return id;
        }
      }
    }
  }

  @Override
  public void guess(long[] hashes, int count, int[] ids) {
    long[] table = slots;
    int mask = table.length - 1;
    for (int i = 0; i < count; i++) {
      long tag = hashes[i] & ~ID_MASK;
      int at = place(hashes[i]) & mask;
      long slot = table[at];
      while (slot != 0 && (slot & ~ID_MASK) != tag) {
        at = (at + 1) & mask;
        slot = table[at];
      }
      // no slot is id 0 less one
      ids[i] = (int) (slot & ID_MASK) - 1;
    }
  }

  /** Both halves take part: growing past 2^32 slots is not possible, and rehashing has the tag. */
  private static int place(long hash) {
    return (int) ((hash >>> 32) * 0x9E3779B1L >>> 8);
  }

  @Override
  public void add(long hash, int id) {
    if (2L * (size + 1) > slots.length) {
      grow();
    }
    if (distinct && find(hash, known -> known != id && keys.hash(known) == hash) != NONE) {
      distinct = false;
    }
    insert(slots, (hash & ~ID_MASK) | (id + 1L));
    size++;
  }

  private static void insert(long[] table, long slot) {
    int mask = table.length - 1;
    int at = place(slot) & mask;
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = slot;
  }

  private void grow() {
    long[] old = slots;
    memory.grow(16L * old.length);
    long[] larger = new long[old.length * 2];
    for (long slot : old) {
      if (slot != 0) {
        insert(larger, slot);
      }
    }
    slots = larger;
    memory.shrink(8L * old.length);
  }

  @Override
  public boolean hasDistinctHashes() {
    return distinct;
  }

  @Override
  public void close() {
    memory.close();
  }
}
