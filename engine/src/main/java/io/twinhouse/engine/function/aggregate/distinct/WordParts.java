// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.memory.Reservation;

/**
 * A large set in parts by hash, each of which grows for itself: the old and the new table that are
 * both there meanwhile are a 256th of the set. Two sets are united part by part, so that neither
 * does that take room for a third one.
 */
final class WordParts implements LargeSet {

  static final int PARTS = 256;

  private static final long OWN_BYTES =
      2L * GroupCapacity.ARRAY_HEADER + PARTS * (4L + GroupCapacity.REFERENCE);

  private final WordSlots slots;
  private final Reservation memory;
  private final long[][] tables = new long[PARTS][];
  private final int[] counts = new int[PARTS];

  /**
   * @param partSlots of each part at first
   */
  WordParts(WordSlots slots, int partSlots, Reservation memory) {
    this.slots = slots;
    this.memory = memory;
    memory.grow(OWN_BYTES);
    for (int part = 0; part < PARTS; part++) {
      tables[part] = newTable(partSlots);
    }
  }

  private long[] newTable(int slotCount) {
    int length = Math.multiplyExact(slotCount, slots.words());
    memory.grow(bytes(length));
    return new long[length];
  }

  private static long bytes(int length) {
    return GroupCapacity.ARRAY_HEADER + 8L * length;
  }

  @Override
  public boolean add(long low, long high) {
    long mixed = slots.mix(low, high);
    return add((int) (mixed >>> 56), mixed, low, high);
  }

  private boolean add(int part, long mixed, long low, long high) {
    long[] table = tables[part];
    int slot = slots.slotOf(table, mixed, low, high);
    if (!slots.isFree(table, slot)) {
      return false;
    }
    if (slots.isFull(table, counts[part] + 1)) {
      table = widened(part, 1);
      slot = slots.slotOf(table, mixed, low, high);
    }
    slots.put(table, slot, low, high);
    counts[part]++;
    return true;
  }

  /** The table of a part, with room for so many values more. */
  private long[] widened(int part, int more) {
    long[] table = tables[part];
    int slotCount = slots.slots(table);
    while (WordSlots.isFull(slotCount, counts[part] + more)) {
      slotCount = WordSlots.nextOfPart(slotCount);
    }
    if (slotCount > slots.slots(table)) {
      long[] wider = newTable(slotCount);
      slots.copy(table, wider);
      memory.shrink(bytes(table.length));
      tables[part] = wider;
    }
    return tables[part];
  }

  /**
   * Reads where the values belong and does nothing with it: these reads wait for memory side by
   * side, while each look-up would wait for the one before.
   */
  @Override
  public long touch(long[] values, int from, int end) {
    int words = slots.words();
    long sum = 0;
    for (int row = from; row < end; row++) {
      long mixed = slots.mix(values[row * words], words == 1 ? 0 : values[row * words + 1]);
      long[] table = tables[(int) (mixed >>> 56)];
      sum += table[WordSlots.home(slots.slots(table), mixed) * words];
    }
    return sum;
  }

  @Override
  public void forEach(WordSlots.WordSink sink) {
    for (long[] table : tables) {
      Checkpoint.pass();
      slots.forEach(table, sink);
    }
  }

  @Override
  public void drain(WordSlots.WordSink sink) {
    for (int part = 0; part < PARTS; part++) {
      Checkpoint.pass();
      slots.forEach(tables[part], sink);
      drop(part);
    }
    memory.shrink(OWN_BYTES);
  }

  /** Looks now and then whether the values lie close together, by those of one part. */
  @Override
  public boolean isUnfit(int count) {
    if (slots.words() > 1 || count < LargeWords.MANY_SLOTS || Integer.bitCount(count) > 1) {
      return false;
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long value : tables[0]) {
      if (value != 0) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    long range = most - least;
    return range >= 0 && (range >>> WordPages.SHIFT) < count / WordPages.WORTH;
  }

  /** Takes all values of another set, which is empty afterwards and of no use. */
  int addAll(WordParts other) {
    int added = 0;
    for (int part = 0; part < PARTS; part++) {
      Checkpoint.pass();
      int before = counts[part];
      if (other.counts[part] > before) {
        swap(other, part);
      }
      int more = slots.missing(other.tables[part], tables[part], false);
      if (more > 0) {
        slots.missing(other.tables[part], widened(part, more), true);
        counts[part] += more;
      }
      added += counts[part] - before;
      other.drop(part);
    }
    return added;
  }

  private void swap(WordParts other, int part) {
    long[] table = other.tables[part];
    int count = other.counts[part];
    long more = bytes(table.length) - bytes(tables[part].length);
    move(other.memory, memory, Math.max(0, more));
    move(memory, other.memory, Math.max(0, -more));
    other.tables[part] = tables[part];
    other.counts[part] = counts[part];
    tables[part] = table;
    counts[part] = count;
  }

  private static void move(Reservation from, Reservation to, long bytes) {
    from.shrink(bytes);
    to.grow(bytes);
  }

  private void drop(int part) {
    memory.shrink(bytes(tables[part].length));
    tables[part] = new long[0];
    counts[part] = 0;
  }
}
