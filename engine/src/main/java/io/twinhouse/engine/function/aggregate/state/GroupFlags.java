// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One flag a group, accounted. */
public final class GroupFlags {

  private final Reservation memory;
  private boolean[] values = {};

  public GroupFlags(Reservation memory) {
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
  public boolean[] values() {
    return values;
  }

  /** A null mask of groups {@code [from, from + count)} whose flag is clear; null if none is. */
  public boolean @Nullable [] clearMask(int from, int count) {
    boolean[] mask = new boolean[count];
    boolean any = false;
    for (int i = 0; i < count; i++) {
      mask[i] = !values[from + i];
      any |= mask[i];
    }
    return any ? mask : null;
  }
}
