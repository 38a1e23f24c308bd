// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

/** A set of many values of one or two words, none of them all zero. One owner, one thread. */
sealed interface LargeSet permits WordParts, WordPages {

  /** Whether the value was not there before. */
  boolean add(long low, long high);

  /**
   * Has the memory that rows {@code [from, end)} need brought near, where that is worth it.
   *
   * @return means nothing
   */
  long touch(long[] values, int from, int end);

  /** Hands out all values, in no order that means anything. */
  void forEach(WordSlots.WordSink sink);

  /** As {@link #forEach}, and gives back what is held on the way; of no use afterwards. */
  void drain(WordSlots.WordSink sink);

  /**
   * Whether another kind of set would take less.
   *
   * @param count of the values; this is asked after each that was added
   */
  boolean isUnfit(int count);
}
