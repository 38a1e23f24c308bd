// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** NULL flags of a column in the making; allocated at the first NULL. */
final class NullMask {

  private boolean @Nullable [] flags;

  void set(int row, int capacity) {
    if (flags == null) {
      flags = new boolean[Math.max(capacity, row + 1)];
    } else if (row >= flags.length) {
      flags = Arrays.copyOf(flags, Math.max(capacity, row + 1));
    }
    flags[row] = true;
  }

  long retainedBytes() {
    return flags == null ? 0 : flags.length;
  }

  /** The flags for {@code size} rows, or null if none is set; starts anew. */
  boolean @Nullable [] take(int size) {
    boolean[] taken = flags;
    flags = null;
    return taken == null || taken.length >= size ? taken : Arrays.copyOf(taken, size);
  }
}
