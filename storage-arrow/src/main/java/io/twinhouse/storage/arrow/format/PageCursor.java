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
}
