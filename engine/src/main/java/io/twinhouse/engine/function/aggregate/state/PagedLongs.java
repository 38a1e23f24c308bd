// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * One long a group, in pages: where there are many groups more of them are made room for without a
 * second copy of those there are, all accounted.
 */
public final class PagedLongs {

  /** The page of a group is {@code group >> BITS}, its place there {@code group & MASK}. */
  public static final int BITS = 12;

  public static final int MASK = (1 << BITS) - 1;

  private static final int PAGE = 1 << BITS;
  private static final long REFERENCE = 8;

  private final Reservation memory;
  private final long initial;
  private long[][] pages = {};

  /**
   * @param initial what a new group holds
   */
  public PagedLongs(long initial, Reservation memory) {
    this.initial = initial;
    this.memory = memory;
  }

  public void resize(int groups) {
    int count = (groups >> BITS) + ((groups & MASK) == 0 ? 0 : 1);
    if (count > pages.length) {
      memory.grow(REFERENCE * (count - pages.length));
      int old = pages.length;
      pages = Arrays.copyOf(pages, count);
      Arrays.fill(pages, old, count, new long[0]);
      for (int page = Math.max(0, old - 1); page < count - 1; page++) {
        extend(page, PAGE);
      }
    }
    if (count == pages.length && count > 0) {
      extend(count - 1, groups - (count - 1 << BITS));
    }
  }

  private void extend(int page, int needed) {
    int old = pages[page].length;
    if (needed > old) {
      int length = Math.min(PAGE, GroupCapacity.grown(old, needed));
      memory.grow(8L * length);
      long[] values = Arrays.copyOf(pages[page], length);
      if (initial != 0) {
        Arrays.fill(values, old, length, initial);
      }
      pages[page] = values;
      memory.shrink(8L * old);
    }
  }

  /** The pages themselves, valid until the next resize. */
  public long[][] pages() {
    return pages;
  }

  public long get(int group) {
    return pages[group >> BITS][group & MASK];
  }

  public void set(int group, long value) {
    pages[group >> BITS][group & MASK] = value;
  }
}
