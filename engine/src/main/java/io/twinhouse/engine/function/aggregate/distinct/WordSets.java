// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of values of one or two words a group: one value beside its count, more of them in an
 * open-addressing table, at most three quarters full, that doubles from four slots on. A slot whose
 * words are all zero is free; whether zero is in the set is a flag of its own.
 */
final class WordSets {

  private static final int FIRST_SLOTS = 4;

  private final Reservation memory;
  private final int words;
  private final int fixedBytes;
  private int[] counts = {};
  private long[] singles = {};
  private boolean[] zeros = {};
  private long[] @Nullable [] tables = {};

  WordSets(int words, Reservation memory) {
    this.words = words;
    this.memory = memory;
    fixedBytes = 4 + 8 * words + 1 + GroupCapacity.REFERENCE;
  }

  int words() {
    return words;
  }

  void resize(int groups) {
    int old = counts.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow((long) fixedBytes * length);
      counts = Arrays.copyOf(counts, length);
      singles = Arrays.copyOf(singles, Math.multiplyExact(length, words));
      zeros = Arrays.copyOf(zeros, length);
      tables = Arrays.copyOf(tables, length);
      memory.shrink((long) fixedBytes * old);
    }
  }

  int size(int group) {
    return counts[group];
  }

  /** Adds row i's words, from {@code i * words} on, to the set of {@code groups[i]}. */
  void add(long[] values, int[] groups, int rows) {
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        long low = values[row * words];
        add(low, words == 1 ? 0 : values[row * words + 1], groups[row]);
      }
    }
  }

  void add(long low, long high, int group) {
    if ((low | high) == 0) {
      counts[group] += zeros[group] ? 0 : 1;
      zeros[group] = true;
      return;
    }
    long[] table = tables[group];
    int inTable = counts[group] - (zeros[group] ? 1 : 0);
    if (table == null) {
      int at = group * words;
      if (inTable == 0) {
        singles[at] = low;
        if (words == 2) {
          singles[at + 1] = high;
        }
        counts[group]++;
        return;
      }
      if (singles[at] == low && (words == 1 || singles[at + 1] == high)) {
        return;
      }
      table = widen(group, FIRST_SLOTS);
    }
    int slot = words == 1 ? slotOf(low, table) : slotOf(low, high, table);
    if (table[slot * words] != 0 || (words == 2 && table[2 * slot + 1] != 0)) {
      return;
    }
    int slots = table.length / words;
    if (inTable + 1 > slots / 4 * 3) {
      table = widen(group, Math.multiplyExact(slots, 2));
      slot = words == 1 ? slotOf(low, table) : slotOf(low, high, table);
    }
    put(table, slot, low, high);
    counts[group]++;
  }

  private void put(long[] table, int slot, long low, long high) {
    table[slot * words] = low;
    if (words == 2) {
      table[2 * slot + 1] = high;
    }
  }

  /** The table takes the upper bits of the hash. */
  private static int firstSlot(long low, int mask) {
    return (int) (IntHash.mixed(low) >>> 32) & mask;
  }

  private static int slotOf(long low, long[] table) {
    int mask = table.length - 1;
    int slot = firstSlot(low, mask);
    while (table[slot] != 0 && table[slot] != low) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int slotOf(long low, long high, long[] table) {
    int mask = table.length / 2 - 1;
    int slot = firstSlot(low ^ high * 0x9E3779B97F4A7C15L, mask);
    while (true) {
      long first = table[2 * slot];
      long second = table[2 * slot + 1];
      if ((first | second) == 0 || (first == low && second == high)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }

  private long[] widen(int group, int slots) {
    int length = Math.multiplyExact(slots, words);
    memory.grow(GroupCapacity.ARRAY_HEADER + 8L * length);
    long[] table = new long[length];
    long[] old = tables[group];
    if (old == null) {
      insert(table, singles, group * words);
    } else {
      for (int at = 0; at < old.length; at += words) {
        insert(table, old, at);
      }
      memory.shrink(GroupCapacity.ARRAY_HEADER + 8L * old.length);
    }
    tables[group] = table;
    return table;
  }

  private void insert(long[] table, long[] source, int at) {
    long low = source[at];
    if (words == 1) {
      if (low != 0) {
        table[slotOf(low, table)] = low;
      }
    } else if ((low | source[at + 1]) != 0) {
      put(table, slotOf(low, source[at + 1], table), low, source[at + 1]);
    }
  }

  /** Receives values of up to two words. */
  @FunctionalInterface
  interface WordSink {
    void accept(long low, long high);
  }

  /** Hands out the values of a group, in no order that means anything. */
  void forEach(int group, WordSink sink) {
    if (zeros[group]) {
      sink.accept(0, 0);
    }
    long[] table = tables[group];
    if (table == null) {
      if (counts[group] > (zeros[group] ? 1 : 0)) {
        int at = group * words;
        sink.accept(singles[at], words == 1 ? 0 : singles[at + 1]);
      }
      return;
    }
    for (int at = 0; at < table.length; at += words) {
      long low = table[at];
      long high = words == 1 ? 0 : table[at + 1];
      if ((low | high) != 0) {
        sink.accept(low, high);
      }
    }
  }

  /** Adds another's set to one here. */
  void addAll(WordSets other, int otherGroup, int group) {
    other.forEach(otherGroup, (low, high) -> add(low, high, group));
  }
}
