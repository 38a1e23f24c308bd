// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** One int a group, accounted. */
public final class GroupInts {

  private final Reservation memory;
  private int[] values = {};

  public GroupInts(Reservation memory) {
    this.memory = memory;
  }

  public void resize(int groups) {
    int old = values.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow(4L * length);
      values = Arrays.copyOf(values, length);
      memory.shrink(4L * old);
    }
  }

  /** Gives the array back. */
  public void clear() {
    int old = values.length;
    values = new int[0];
    memory.shrink(4L * old);
  }

  /** The array itself, valid until the next resize. */
  public int[] values() {
    return values;
  }
}
