// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The LONG lane. */
public final class LongLane extends LaneBuffer {

  private long[] values = new long[0];

  public LongLane(Reservation memory) {
    super(memory);
  }

  /** The array, with room for {@code count} values after the last; counts them as filled. */
  public long[] room(int count) {
    int needed = Math.addExact(size(), count);
    if (needed > values.length) {
      int length = grown(values.length, needed);
      memory.grow(8L * (length - values.length));
      values = Arrays.copyOf(values, length);
    }
    grownTo(needed);
    return values;
  }

  @Override
  void appendFlat(Column source, int from, int count) {
    int at = size();
    System.arraycopy(((LongColumn) source).values(), from, room(count), at, count);
  }

  @Override
  public void appendDefaults(int count) {
    int at = size();
    Arrays.fill(room(count), at, at + count, 0);
  }

  @Override
  public Column view() {
    return LongColumn.of(values, size(), nullsOrNone());
  }
}
