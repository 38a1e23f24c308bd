// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** One byte a group, accounted. */
public final class GroupBytes {

  private final Reservation memory;
  private byte[] values = {};

  public GroupBytes(Reservation memory) {
    this.memory = memory;
  }

  public void resize(int groups) {
    int old = values.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow(length);
      values = Arrays.copyOf(values, length);
      memory.shrink(old);
    }
  }

  /** The array itself, valid until the next resize. */
  public byte[] values() {
    return values;
  }
}
