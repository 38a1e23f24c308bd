// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.storage.arrow.lane.LaneBuffer;

/**
 * Decodes one page at a time, by address. One thread; the memory it is bound to must stay mapped
 * while it reads.
 */
public interface PageCursor {

  /** Turns to the page at {@code address}. */
  void bind(long address);

  /** Appends rows {@code [from, from + count)} of the page to {@code target}. */
  void read(int from, int count, LaneBuffer target);

  /** Appends the rows {@code rows[0..count)} of the page, ascending, to {@code target}. */
  void read(int[] rows, int count, LaneBuffer target);

  /** Whether its pages hold LONG lanes, whose rows {@link #select} finds by value. */
  default boolean selects() {
    return false;
  }

  /**
   * Finds the rows among {@code [from, from + count)} of the page whose value is not NULL and lies
   * in {@code [low, high]}, as signed numbers, without handing values out.
   *
   * @param rows receives their numbers in the page, ascending; room for {@code count}
   * @return how many
   */
  default int select(int from, int count, long low, long high, int[] rows) {
    throw new IllegalStateException("pages of other lanes");
  }
}
