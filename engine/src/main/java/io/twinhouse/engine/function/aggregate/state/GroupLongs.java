// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** Some longs a group, all accounted. */
public final class GroupLongs {

  private final Reservation memory;
  private final int width;
  private final long initial;
  private long[] values = {};

  /**
   * @param width longs a group
   * @param initial what a new group holds
   */
  public GroupLongs(int width, long initial, Reservation memory) {
    this.width = width;
    this.initial = initial;
    this.memory = memory;
  }

  public void resize(int groups) {
    int needed = Math.multiplyExact(groups, width);
    int old = values.length;
    if (needed > old) {
      int length = GroupCapacity.grown(old, needed);
      memory.grow(8L * length);
      values = Arrays.copyOf(values, length);
      memory.shrink(8L * old);
      if (initial != 0) {
        Arrays.fill(values, old, length, initial);
      }
    }
  }

  /** The array itself, valid until the next resize. */
  public long[] values() {
    return values;
  }
}
