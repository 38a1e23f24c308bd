// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.function.hash.IntHash;

/**
 * Open addressing with linear probing over values of one or two words in one array, at most four
 * fifths full. Tables have two to some power of slots or half as many again, so that growing leaves
 * them at least half full; those of {@linkplain WordParts parts} grow in smaller steps. A slot
 * whose words are all zero is free, so that zero itself can not be held.
 *
 * @param words of a value
 */
record WordSlots(int words) {

  /** A prime about the golden section of 2^32: steps through all slots of a table, far apart. */
  private static final long STRIDE = 0x9E3779B1L;

  /** Receives values of up to two words. */
  @FunctionalInterface
  interface WordSink {
    void accept(long low, long high);
  }

  /** The hash of a value: parts take the uppermost byte, slots what is below. */
  long mix(long low, long high) {
    return IntHash.mixed(words == 1 ? low : low ^ high * 0x9E3779B97F4A7C15L);
  }

  /** The slot that holds a value, or the free one where it belongs. */
  int slotOf(long[] table, long mixed, long low, long high) {
    int slots = slots(table);
    int slot = home(slots, mixed);
    while (!isFree(table, slot) && !holds(table, slot, low, high)) {
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
    return slot;
  }

  /** How many slots a table has. */
  int slots(long[] table) {
    return words == 1 ? table.length : table.length >>> 1;
  }

  /** Where the search for a value begins: the hash scaled to the number of slots. */
  static int home(int slots, long mixed) {
    return (int) ((mixed >>> 24 & 0xFFFFFFFFL) * slots >>> 32);
  }

  /** How many slots come after so many. */
  static int next(int slots) {
    int more = Integer.bitCount(slots) == 1 ? slots / 2 : slots / 3;
    return Math.addExact(slots, more);
  }

  /**
   * How many slots come after so many where parts grow: a quarter of a power of two more, since all
   * parts of a set are about as full.
   */
  static int nextOfPart(int slots) {
    return Math.addExact(slots, Integer.highestOneBit(slots) / 4);
  }

  boolean isFree(long[] table, int slot) {
    return words == 1 ? table[slot] == 0 : (table[2 * slot] | table[2 * slot + 1]) == 0;
  }

  private boolean holds(long[] table, int slot, long low, long high) {
    return words == 1 ? table[slot] == low : table[2 * slot] == low && table[2 * slot + 1] == high;
  }

  void put(long[] table, int slot, long low, long high) {
    table[slot * words] = low;
    if (words == 2) {
      table[2 * slot + 1] = high;
    }
  }

  /** Whether a table with so many values more than it has slots for should grow. */
  boolean isFull(long[] table, int values) {
    return isFull(slots(table), values);
  }

  /** Whether so many slots are too few for so many values. */
  static boolean isFull(int slots, int values) {
    return values > slots - (slots + 4) / 5;
  }

  /**
   * Adds all values of one table to an empty larger one, in the order of slots, which is about that
   * of both tables: each is gone through once.
   */
  void copy(long[] from, long[] to) {
    int slots = slots(to);
    for (int i = 0; i < from.length; i += words) {
      long low = from[i];
      long high = words == 1 ? 0 : from[i + 1];
      if ((low | high) != 0) {
        int slot = home(slots, mix(low, high));
        while (!isFree(to, slot)) {
          slot = slot + 1 == slots ? 0 : slot + 1;
        }
        put(to, slot, low, high);
      }
    }
  }

  /** How many values of one table another one lacks; with {@code add} puts them there. */
  int missing(long[] from, long[] to, boolean add) {
    int missing = 0;
    for (int i = 0; i < from.length; i += words) {
      long low = from[i];
      long high = words == 1 ? 0 : from[i + 1];
      if ((low | high) != 0) {
        int slot = slotOf(to, mix(low, high), low, high);
        if (isFree(to, slot)) {
          missing++;
          if (add) {
            put(to, slot, low, high);
          }
        }
      }
    }
    return missing;
  }

  /**
   * Hands out the values of a table; not in the order of its slots, which would fill one end of a
   * smaller table that they are added to.
   */
  void forEach(long[] table, WordSink sink) {
    int slots = slots(table);
    int step = slots == 0 ? 0 : (int) (STRIDE % slots);
    int slot = 0;
    for (int i = 0; i < slots; i++) {
      if (!isFree(table, slot)) {
        sink.accept(table[slot * words], words == 1 ? 0 : table[2 * slot + 1]);
      }
      slot += step;
      slot -= slot < slots ? 0 : slots;
    }
  }
}
