// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.lane.LaneBuffer;

/** Reads one column, or one JSON path, of one part. One thread. */
interface GranuleReader {

  /** Turns to a granule. */
  void at(int granule);

  /** Appends rows {@code [from, from + count)} of the granule. */
  void read(int from, int count, LaneBuffer target);

  /** Appends the rows {@code rows[0..count)} of the granule, ascending. */
  void read(int[] rows, int count, LaneBuffer target);

  /** Whether {@link #select} can be asked for. */
  default boolean selects() {
    return false;
  }

  /**
   * Finds the rows among {@code [from, from + count)} of the granule whose value is not NULL and
   * lies in {@code [low, high]}; see {@link PageCursor#select}.
   */
  default int select(int from, int count, long low, long high, int[] rows) {
    throw new IllegalStateException("values that are not stored as numbers");
  }

  /** Bytes of the granule's pages. */
  long bytes();

  /** An empty buffer that this reader can append to. */
  LaneBuffer newLane(Reservation memory);

  /** Whether a buffer of another part's reader of the same column will do. */
  boolean fits(LaneBuffer lane);
}
