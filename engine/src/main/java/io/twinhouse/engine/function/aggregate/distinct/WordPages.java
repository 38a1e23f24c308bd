// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * A large set of numbers that lie close together, as those do that were given out one after the
 * other: a bit a number, in pages of {@link #VALUES} that are made when they are first needed.
 */
final class WordPages implements LargeSet {

  static final int SHIFT = 12;
  static final int VALUES = 1 << SHIFT;

  /** With so many values a page or more, pages take less than a table would. */
  static final int WORTH = 64;

  /** With fewer values a page than this, a table takes less. */
  private static final int NOT_WORTH = 48;

  private static final int FIRST = 64;
  private static final long PAGE_BYTES = GroupCapacity.ARRAY_HEADER + VALUES / 8;

  /** A page's number, its reference and two slots. */
  private static final long ENTRY_BYTES = 8 + GroupCapacity.REFERENCE + 2 * 4;

  private final Reservation memory;
  private long[] numbers = new long[FIRST];
  private long[][] pages = new long[FIRST][];

  /** Open addressing, at most half full: a page's position plus one, 0 where free. */
  private int[] slots = new int[2 * FIRST];

  private int size;
  private long lastNumber;
  private long[] last = {};

  WordPages(Reservation memory) {
    this.memory = memory;
    memory.grow(ENTRY_BYTES * FIRST);
  }

  @Override
  public boolean add(long low, long high) {
    long number = low >>> SHIFT;
    long[] page = number == lastNumber && last.length > 0 ? last : page(number);
    int word = (int) low >>> 6 & VALUES / 64 - 1;
    long before = page[word];
    long after = before | 1L << low;
    page[word] = after;
    return before != after;
  }

  private long[] page(long number) {
    int slot = slotOf(number);
    if (slots[slot] == 0) {
      if (size == numbers.length) {
        widen();
        slot = slotOf(number);
      }
      memory.grow(PAGE_BYTES);
      numbers[size] = number;
      pages[size] = new long[VALUES / 64];
      slots[slot] = ++size;
    }
    lastNumber = number;
    last = pages[slots[slot] - 1];
    return last;
  }

  private int slotOf(long number) {
    int mask = slots.length - 1;
    int slot = (int) IntHash.mixed(number) & mask;
    while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void widen() {
    int length = Math.multiplyExact(size, 2);
    memory.grow(ENTRY_BYTES * length);
    numbers = Arrays.copyOf(numbers, length);
    pages = Arrays.copyOf(pages, length);
    slots = new int[2 * length];
    for (int i = 0; i < size; i++) {
      slots[slotOf(numbers[i])] = i + 1;
    }
    memory.shrink(ENTRY_BYTES * size);
  }

  @Override
  public long touch(long[] values, int from, int end) {
    return 0; // pages are few
  }

  @Override
  public void forEach(WordSlots.WordSink sink) {
    for (int i = 0; i < size; i++) {
      Checkpoint.passSometimes(i);
      handOut(i, sink);
    }
  }

  private void handOut(int index, WordSlots.WordSink sink) {
    long[] page = pages[index];
    for (int word = 0; word < page.length; word++) {
      long first = numbers[index] << SHIFT | (long) word << 6;
      for (long left = page[word]; left != 0; left &= left - 1) {
        sink.accept(first | Long.numberOfTrailingZeros(left), 0);
      }
    }
  }

  @Override
  public void drain(WordSlots.WordSink sink) {
    for (int i = 0; i < size; i++) {
      Checkpoint.passSometimes(i);
      handOut(i, sink);
      pages[i] = new long[0];
      memory.shrink(PAGE_BYTES);
    }
    last = new long[0];
    memory.shrink(ENTRY_BYTES * numbers.length);
  }

  @Override
  public boolean isUnfit(int count) {
    return (long) size * NOT_WORTH > count;
  }

  /** Takes all values of another set, which is of no use afterwards. */
  int addAll(WordPages other) {
    int added = 0;
    for (int i = 0; i < other.size; i++) {
      Checkpoint.passSometimes(i);
      long[] here = page(other.numbers[i]);
      long[] there = other.pages[i];
      for (int word = 0; word < there.length; word++) {
        long before = here[word];
        here[word] = before | there[word];
        added += Long.bitCount(here[word] ^ before);
      }
      other.pages[i] = new long[0];
      other.memory.shrink(PAGE_BYTES);
    }
    other.memory.shrink(ENTRY_BYTES * other.numbers.length);
    other.last = new long[0];
    return added;
  }
}
