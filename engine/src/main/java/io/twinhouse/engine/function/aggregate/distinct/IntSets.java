// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of ints a group. A single value lies beside its count; more of them in an open-addressing
 * table, at most three quarters full, that doubles from four slots on; and as soon as the next
 * table would take at least as many bytes as one bit for each possible value, in a bit set. So a
 * set never takes more than the smaller of the two forms, and its size does not grow with repeats.
 *
 * <p>Where values may be any int, many of them go to {@link LargeWords}.
 *
 * <p>Zero marks a free slot of a table; whether zero is in the set is a flag of its own.
 */
final class IntSets {

  private static final int FIRST_SLOTS = 4;

  /** Bytes a group outside its table: count, single value, flag, three references. */
  private static final int FIXED_BYTES = 4 + 4 + 1 + 3 * GroupCapacity.REFERENCE;

  private static final WordSlots SLOTS = new WordSlots(1);

  /** Reserved for the next tables beyond what is used: a sixteenth of that. */
  private static final int AHEAD_SHIFT = 4;

  /** Odd, about the golden section of 2^32: steps through all slots of a table, far apart. */
  private static final int STRIDE = 0x9E3779B9;

  private final Reservation memory;
  private long used;
  private long reserved;
  private int[] counts = {};
  private int[] singles = {};
  private boolean[] zeros = {};
  private int[] @Nullable [] tables = {};
  private long[] @Nullable [] bits = {};
  private @Nullable LargeWords[] large = {};

  IntSets(Reservation memory) {
    this.memory = memory;
  }

  /** Before an array is made. Asks the memory tree now and then, not for each small table. */
  private void use(long bytes) {
    used += bytes;
    if (used > reserved) {
      long more = used - reserved + (used >> AHEAD_SHIFT);
      memory.grow(more);
      reserved += more;
    }
  }

  void resize(int groups) {
    int old = counts.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      use((long) FIXED_BYTES * length);
      counts = Arrays.copyOf(counts, length);
      singles = Arrays.copyOf(singles, length);
      zeros = Arrays.copyOf(zeros, length);
      tables = Arrays.copyOf(tables, length);
      bits = Arrays.copyOf(bits, length);
      large = Arrays.copyOf(large, length);
      used -= (long) FIXED_BYTES * old;
    }
  }

  /** What a set of values below {@code universe} takes at most. */
  static long mostBytes(int universe) {
    long bytes = FIXED_BYTES + 2L * GroupCapacity.ARRAY_HEADER + (universe + 63L) / 64 * 8;
    return bytes + (bytes >> AHEAD_SHIFT);
  }

  int size(int group) {
    return counts[group];
  }

  /**
   * Adds row i's value to the set of group {@code groups[i]}, negative groups left out.
   *
   * @param universe all values are in {@code [0, universe)}; 0 if they may be any int
   */
  void add(int[] values, int[] groups, int rows, int universe) {
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group < 0) {
        continue;
      }
      int value = values[row];
      long[] set = bits[group];
      if (set != null && value >>> 6 < set.length) {
        int at = value >>> 6;
        long before = set[at];
        long after = before | 1L << value;
        set[at] = after;
        counts[group] += before == after ? 0 : 1;
      } else {
        add(value, group, universe);
      }
    }
  }

  void add(int value, int group, int universe) {
    long[] set = bits[group];
    LargeWords many = large[group];
    if (set != null) {
      addBit(value, group, set, universe);
    } else if (value == 0) {
      counts[group] += zeros[group] ? 0 : 1;
      zeros[group] = true;
    } else if (many != null) {
      counts[group] += many.add(word(value), 0) ? 1 : 0;
    } else {
      addSlot(value, group, universe);
    }
  }

  private static long word(int value) {
    return value & 0xffffffffL;
  }

  private void addSlot(int value, int group, int universe) {
    int[] table = tables[group];
    int inTable = counts[group] - (zeros[group] ? 1 : 0);
    if (table == null) {
      if (inTable == 0) {
        singles[group] = value;
        counts[group]++;
        return;
      }
      if (singles[group] == value) {
        return;
      }
      if (!widen(group, FIRST_SLOTS, universe)) {
        add(value, group, universe);
        return;
      }
      table = tables[group];
    }
    if (table == null) {
      throw new IllegalStateException("a set without a table");
    }
    int slot = slotOf(value, table);
    if (table[slot] == value) {
      return;
    }
    if (inTable + 1 > table.length / 4 * 3) {
      widen(group, Math.multiplyExact(table.length, 2), universe);
      add(value, group, universe);
      return;
    }
    table[slot] = value;
    counts[group]++;
  }

  private static int slotOf(int value, int[] table) {
    int mask = table.length - 1;
    int slot = value * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask);
    while (table[slot] != 0 && table[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /**
   * Moves a set to a table of {@code slots} or, where that is no larger, to bits or, if those are
   * many, to a set for many; false if there is no table then.
   */
  private boolean widen(int group, int slots, int universe) {
    int words = universe + 63 >>> 6;
    if (universe > 0 && 8L * words <= 4L * slots) {
      becomeBits(group, words);
      return false;
    }
    if (universe == 0 && slots >= LargeWords.MANY_SLOTS) {
      enlarge(group);
      return false;
    }
    use(GroupCapacity.ARRAY_HEADER + 4L * slots);
    int[] table = new int[slots];
    int[] old = tables[group];
    if (old == null) {
      table[slotOf(singles[group], table)] = singles[group];
    } else {
      for (int value : old) {
        if (value != 0) {
          table[slotOf(value, table)] = value;
        }
      }
      used -= tableBytes(old);
    }
    tables[group] = table;
    return true;
  }

  private LargeWords enlarge(int group) {
    LargeWords many = new LargeWords(SLOTS, memory);
    forEach(
        group,
        value -> {
          if (value != 0) {
            many.add(word(value), 0);
          }
        });
    large[group] = many;
    used -= tableBytes(tables[group]);
    tables[group] = null;
    return many;
  }

  private void becomeBits(int group, int words) {
    use(GroupCapacity.ARRAY_HEADER + 8L * words);
    long[] set = new long[words];
    forEach(group, value -> set[value >>> 6] |= 1L << value);
    int[] old = tables[group];
    bits[group] = set;
    tables[group] = null;
    used -= tableBytes(old);
  }

  private static long tableBytes(int @Nullable [] table) {
    return table == null ? 0 : GroupCapacity.ARRAY_HEADER + 4L * table.length;
  }

  private static long bitsBytes(long @Nullable [] set) {
    return set == null ? 0 : GroupCapacity.ARRAY_HEADER + 8L * set.length;
  }

  /** A value beyond the bits: the dictionary has grown since the set was laid out. */
  private void addBit(int value, int group, long[] set, int universe) {
    long[] room = set;
    if (value >>> 6 >= set.length) {
      int words = Math.max((value >>> 6) + 1, universe + 63 >>> 6);
      use(GroupCapacity.ARRAY_HEADER + 8L * words);
      room = Arrays.copyOf(set, words);
      bits[group] = room;
      used -= bitsBytes(set);
    }
    int at = value >>> 6;
    counts[group] += (room[at] >>> value & 1) == 0 ? 1 : 0;
    room[at] |= 1L << value;
  }

  /** Receives ints. */
  @FunctionalInterface
  interface IntSink {
    void accept(int value);
  }

  /**
   * Hands out the values of a group, in no order that means anything; above all not in the order of
   * a table's slots, which would fill one end of a smaller table that they are added to.
   */
  void forEach(int group, IntSink sink) {
    long[] set = bits[group];
    if (set != null) {
      for (int word = 0; word < set.length; word++) {
        for (long left = set[word]; left != 0; left &= left - 1) {
          sink.accept((word << 6) + Long.numberOfTrailingZeros(left));
        }
      }
      return;
    }
    if (zeros[group]) {
      sink.accept(0);
    }
    LargeWords many = large[group];
    if (many != null) {
      many.forEach((low, high) -> sink.accept((int) low));
      return;
    }
    int[] table = tables[group];
    if (table != null) {
      int mask = table.length - 1;
      for (int i = 0; i < table.length; i++) {
        Checkpoint.passSometimes(i + 1);
        int value = table[i * STRIDE & mask];
        if (value != 0) {
          sink.accept(value);
        }
      }
    } else if (counts[group] > (zeros[group] ? 1 : 0)) {
      sink.accept(singles[group]);
    }
  }

  /** Adds another's set to one here; that one is gone afterwards. */
  void addAll(IntSets other, int otherGroup, int group, int universe) {
    Checkpoint.passSometimes(otherGroup);
    if (other.counts[otherGroup] == 0) {
      return;
    }
    LargeWords many = other.large[otherGroup];
    if (many != null) {
      LargeWords here = large[group];
      here = here == null ? enlarge(group) : here;
      if (other.zeros[otherGroup]) {
        add(0, group, universe);
      }
      counts[group] += here.addAll(many);
      other.large[otherGroup] = null;
      other.clear(otherGroup);
      return;
    }
    if (large[group] == null && isSmaller(group, other, otherGroup)) {
      swap(group, other, otherGroup);
    }
    long[] here = bits[group];
    long[] there = other.bits[otherGroup];
    if (here != null && there != null && there.length <= here.length) {
      int count = counts[group];
      for (int word = 0; word < there.length; word++) {
        long before = here[word];
        here[word] = before | there[word];
        count += Long.bitCount(here[word] ^ before);
      }
      counts[group] = count;
    } else {
      other.forEach(otherGroup, value -> add(value, group, universe));
    }
    other.clear(otherGroup);
  }

  /** Whether it is less work to add what is here to the other. */
  private boolean isSmaller(int group, IntSets other, int otherGroup) {
    if (bits[group] != null || other.bits[otherGroup] != null) {
      return bits[group] == null;
    }
    return counts[group] < other.counts[otherGroup];
  }

  private void swap(int group, IntSets other, int otherGroup) {
    long here = tableBytes(tables[group]) + bitsBytes(bits[group]);
    long there = tableBytes(other.tables[otherGroup]) + bitsBytes(other.bits[otherGroup]);
    use(Math.max(0, there - here));
    other.use(Math.max(0, here - there));
    int count = counts[group];
    int single = singles[group];
    boolean zero = zeros[group];
    int[] table = tables[group];
    long[] set = bits[group];
    counts[group] = other.counts[otherGroup];
    singles[group] = other.singles[otherGroup];
    zeros[group] = other.zeros[otherGroup];
    tables[group] = other.tables[otherGroup];
    bits[group] = other.bits[otherGroup];
    other.counts[otherGroup] = count;
    other.singles[otherGroup] = single;
    other.zeros[otherGroup] = zero;
    other.tables[otherGroup] = table;
    other.bits[otherGroup] = set;
    used -= Math.max(0, here - there);
    other.used -= Math.max(0, there - here);
  }

  /** Drops everything held for a group. */
  void clear(int group) {
    int[] table = tables[group];
    long[] set = bits[group];
    tables[group] = null;
    bits[group] = null;
    LargeWords many = large[group];
    if (many != null) {
      many.release();
      large[group] = null;
    }
    counts[group] = 0;
    zeros[group] = false;
    used -= tableBytes(table) + bitsBytes(set);
  }

  /** Gives back what was reserved beyond what is held. */
  void trim() {
    memory.shrink(reserved - used);
    reserved = used;
  }

  /** Gives back what groups have besides their tables; no use afterwards. */
  void release() {
    for (int group = 0; group < counts.length; group++) {
      clear(group);
    }
    int old = counts.length;
    counts = new int[0];
    singles = new int[0];
    zeros = new boolean[0];
    tables = new int[0][];
    bits = new long[0][];
    large = new LargeWords[0];
    used -= (long) FIXED_BYTES * old;
    trim();
  }
}
