// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** Some doubles a group, accounted. */
public final class GroupDoubles {

  private final Reservation memory;
  private final int width;
  private double[] values = {};

  /**
   * @param width doubles a group
   */
  public GroupDoubles(int width, Reservation memory) {
    this.width = width;
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
    }
  }

  /** The array itself, valid until the next resize. */
  public double[] values() {
    return values;
  }
}
