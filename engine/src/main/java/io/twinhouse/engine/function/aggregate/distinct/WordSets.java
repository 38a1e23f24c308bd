// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of values of one or two words a group: one value beside its count, more of them in an
 * open-addressing table that grows from four slots on, and many of them in {@linkplain WordParts
 * parts} or, where they lie close together, in {@linkplain WordPages pages}. Whether zero is in the
 * set is a flag of its own.
 */
final class WordSets {

  private static final int FIRST_SLOTS = 4;

  /** Rows whose slots are fetched at once: as many as the processor waits for side by side. */
  private static final int AHEAD = 64;

  private final Reservation memory;
  private final WordSlots slots;
  private final int fixedBytes;
  private int[] counts = {};
  private long[] singles = {};
  private boolean[] zeros = {};
  private long[] @Nullable [] tables = {};
  private @Nullable LargeWords[] large = {};

  /** Means nothing; without it nothing would need to be fetched. */
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  WordSets(int words, Reservation memory) {
    this.memory = memory;
    slots = new WordSlots(words);
    fixedBytes = 4 + 8 * words + 1 + 2 * GroupCapacity.REFERENCE;
  }

  int words() {
    return slots.words();
  }

  void resize(int groups) {
    int old = counts.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow((long) fixedBytes * length);
      counts = Arrays.copyOf(counts, length);
      singles = Arrays.copyOf(singles, Math.multiplyExact(length, words()));
      zeros = Arrays.copyOf(zeros, length);
      tables = Arrays.copyOf(tables, length);
      large = Arrays.copyOf(large, length);
      memory.shrink((long) fixedBytes * old);
    }
  }

  int size(int group) {
    return counts[group];
  }

  /** Adds row i's words, from {@code i * words} on, to the set of {@code groups[i]}. */
  void add(long[] values, int[] groups, int rows) {
    int words = words();
    for (int row = 0; row < rows; row++) {
      if (row % AHEAD == 0) {
        fetch(values, groups, row, Math.min(rows, row + AHEAD));
      }
      if (groups[row] >= 0) {
        long low = values[row * words];
        add(low, words == 1 ? 0 : values[row * words + 1], groups[row]);
      }
    }
  }

  /** Has the memory that the next rows need brought near, if they go to one large set. */
  private void fetch(long[] values, int[] groups, int from, int end) {
    LargeWords many = groups[from] < 0 ? null : large[groups[from]];
    if (many != null && groups[end - 1] == groups[from]) {
      fetched += many.touch(values, from, end);
    }
  }

  void add(long low, long high, int group) {
    LargeWords many = large[group];
    if ((low | high) == 0) {
      counts[group] += zeros[group] ? 0 : 1;
      zeros[group] = true;
    } else if (many != null) {
      counts[group] += many.add(low, high) ? 1 : 0;
    } else {
      addSlot(low, high, group);
    }
  }

  private void addSlot(long low, long high, int group) {
    long[] table = tables[group];
    int inTable = counts[group] - (zeros[group] ? 1 : 0);
    if (table == null) {
      if (inTable == 0) {
        slots.put(singles, group, low, high);
        counts[group]++;
        return;
      }
      table = newTable(FIRST_SLOTS);
      tables[group] = table;
      long first = single(group, 0);
      long second = words() == 1 ? 0 : single(group, 1);
      slots.put(table, slots.slotOf(table, slots.mix(first, second), first, second), first, second);
    }
    int slot = slots.slotOf(table, slots.mix(low, high), low, high);
    if (!slots.isFree(table, slot)) {
      return;
    }
    if (slots.isFull(table, inTable + 1)) {
      widen(group, table);
      add(low, high, group);
      return;
    }
    slots.put(table, slot, low, high);
    counts[group]++;
  }

  private long single(int group, int word) {
    return singles[group * words() + word];
  }

  private long[] newTable(int slotCount) {
    int length = Math.multiplyExact(slotCount, words());
    memory.grow(bytes(length));
    return new long[length];
  }

  private static long bytes(int length) {
    return GroupCapacity.ARRAY_HEADER + 8L * length;
  }

  private void widen(int group, long[] table) {
    int wider = WordSlots.next(table.length / words());
    if (wider < LargeWords.MANY_SLOTS) {
      tables[group] = newTable(wider);
      slots.copy(table, tables[group]);
      memory.shrink(bytes(table.length));
    } else {
      enlarge(group);
    }
  }

  /** Hands out the values of a group, in no order that means anything. */
  void forEach(int group, WordSlots.WordSink sink) {
    if (zeros[group]) {
      sink.accept(0, 0);
    }
    long[] table = tables[group];
    LargeWords many = large[group];
    if (many != null) {
      many.forEach(sink);
    } else if (table != null) {
      slots.forEach(table, sink);
    } else if (counts[group] > (zeros[group] ? 1 : 0)) {
      sink.accept(single(group, 0), words() == 1 ? 0 : single(group, 1));
    }
  }

  /** Adds another's set to one here; that one is of no use afterwards. */
  void addAll(WordSets other, int otherGroup, int group) {
    Checkpoint.passSometimes(otherGroup);
    LargeWords theirs = other.large[otherGroup];
    if (theirs == null) {
      other.forEach(otherGroup, (low, high) -> add(low, high, group));
      return;
    }
    if (other.zeros[otherGroup]) {
      add(0, 0, group);
    }
    LargeWords ours = large[group];
    counts[group] += (ours == null ? enlarge(group) : ours).addAll(theirs);
  }

  /** Moves the values of a group to a set for many. */
  private LargeWords enlarge(int group) {
    LargeWords many = new LargeWords(slots, memory);
    long[] table = tables[group];
    if (table != null) {
      slots.forEach(table, many::add);
      memory.shrink(bytes(table.length));
      tables[group] = null;
    } else if (counts[group] > (zeros[group] ? 1 : 0)) {
      many.add(single(group, 0), words() == 1 ? 0 : single(group, 1));
    }
    large[group] = many;
    return many;
  }
}
