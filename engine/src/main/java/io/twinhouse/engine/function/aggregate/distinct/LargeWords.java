// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.memory.Reservation;

/**
 * Many values of one or two words, none of them all zero, in {@linkplain WordParts parts} or, while
 * they lie close together, in {@linkplain WordPages pages}. One owner, one thread.
 */
final class LargeWords {

  /** A table of so many slots or more is better kept in here. */
  static final int MANY_SLOTS = 1 << 16;

  private final WordSlots slots;
  private final Reservation memory;
  private LargeSet set;
  private int count;

  LargeWords(WordSlots slots, Reservation memory) {
    this.slots = slots;
    this.memory = memory;
    set = newParts();
  }

  private WordParts newParts() {
    return new WordParts(slots, MANY_SLOTS / WordParts.PARTS, memory);
  }

  /** Whether the value was not there before. */
  boolean add(long low, long high) {
    if (!set.add(low, high)) {
      return false;
    }
    count++;
    if (set.isUnfit(count)) {
      become(set instanceof WordParts ? new WordPages(memory) : newParts());
    }
    return true;
  }

  private void become(LargeSet other) {
    set.drain(other::add);
    set = other;
  }

  /** As {@link LargeSet#touch}. */
  long touch(long[] values, int from, int end) {
    return set.touch(values, from, end);
  }

  void forEach(WordSlots.WordSink sink) {
    set.forEach(sink);
  }

  /** Takes all values of another set, which is of no use afterwards; how many are new. */
  int addAll(LargeWords other) {
    int before = count;
    LargeSet own = set;
    if (own instanceof WordParts && other.set instanceof WordPages there && count < other.count) {
      WordPages here = new WordPages(memory);
      set = here;
      count = here.addAll(there);
      own.drain(this::add);
    } else if (set instanceof WordPages here && other.set instanceof WordPages there) {
      count += here.addAll(there);
    } else if (set instanceof WordParts here && other.set instanceof WordParts there) {
      count += here.addAll(there);
    } else {
      other.set.drain(this::add);
    }
    return count - before;
  }

  /** Gives back what is held; of no use afterwards. */
  void release() {
    set.drain((low, high) -> {});
  }
}
