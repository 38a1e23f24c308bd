// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.read.bound.GranuleRange;
import org.jspecify.annotations.Nullable;

/** One read of a scan with the buffer it fills; its reader changes from part to part. */
final class ReadColumn {

  private final Reservation memory;
  private final ReadCounters counters;
  private @Nullable GranuleReader reader;
  private @Nullable LaneBuffer lane;
  private boolean counted;
  private double share = 1;

  ReadColumn(Reservation memory, ReadCounters counters) {
    this.memory = memory;
    this.counters = counters;
  }

  /** Turns to another part; the buffer is empty or of a reader alike. */
  void use(GranuleReader newReader) {
    reader = newReader;
    if (lane == null || !newReader.fits(lane)) {
      lane = newReader.newLane(memory);
    }
  }

  /** Whether rows of {@code next} can follow those already in the buffer. */
  boolean continues(GranuleReader next) {
    return lane == null || next.fits(lane);
  }

  /** Turns to a granule, of which some rows may be read. */
  void at(GranuleRange granule) {
    reader().at(granule.granule());
    counted = false;
    share = (double) granule.rows() / granule.part().part().description().rowsOf(granule.granule());
  }

  private GranuleReader reader() {
    if (reader == null) {
      throw new IllegalStateException("no part is being read");
    }
    return reader;
  }

  private LaneBuffer lane() {
    if (lane == null) {
      throw new IllegalStateException("no part is being read");
    }
    return lane;
  }

  void read(int from, int count) {
    count();
    reader().read(from, count, lane());
  }

  void read(int[] rows, int count) {
    count();
    reader().read(rows, count, lane());
  }

  /** Whether the rows of the part at hand can be found by value. */
  boolean selects() {
    return reader().selects();
  }

  /** See {@link GranuleReader#select}. */
  int select(int from, int count, ColumnRange range, int[] rows) {
    count();
    return reader().select(from, count, range.low(), range.high(), rows);
  }

  private void count() {
    if (!counted) {
      counted = true;
      counters.addBytes((long) (reader().bytes() * share));
    }
  }

  void clear() {
    if (lane != null) {
      lane.clear();
    }
  }

  Column view() {
    return lane().view();
  }
}
