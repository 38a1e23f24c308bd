// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entries of one dictionary by id, a bit each. Not thread-safe. */
final class EntrySet {

  private final Reservation memory;
  private long[] words = {};

  EntrySet(Reservation memory) {
    this.memory = memory;
  }

  /** Makes room for ids below {@code size}; to be asked before ids of a grown dictionary come. */
  void reach(int size) {
    int needed = (size + Long.SIZE - 1) / Long.SIZE;
    if (needed > words.length) {
      memory.grow(8L * (needed - words.length));
      words = Arrays.copyOf(words, needed);
    }
  }

  boolean has(int id) {
    return (words[id >> 6] >>> id & 1) != 0;
  }

  /** Whether the ids of all rows {@code [0, rows)} are in. */
  boolean hasAll(int[] ids, int rows) {
    long all = 1;
    for (int row = 0; row < rows; row++) {
      all &= words[ids[row] >> 6] >>> ids[row];
    }
    return (all & 1) != 0;
  }

  void add(int id) {
    words[id >> 6] |= 1L << id;
  }

  /**
   * Keeps those of the first {@code count} rows whose slot is in: 0 for a NULL, else the id and
   * one.
   *
   * @return how many they are
   */
  int keep(int[] ids, boolean @Nullable [] nulls, int[] rows, int count) {
    long[] in = words;
    int kept = 0;
    if (nulls != null) {
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        int slot = nulls[row] ? 0 : ids[row] + 1;
        rows[kept] = row;
        kept += (int) (in[slot >> 6] >>> slot) & 1;
      }
    } else if (in.length == 1) {
      long word = in[0] >>> 1; // few entries: their bits stay in a register
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        rows[kept] = row;
        kept += (int) (word >>> ids[row]) & 1;
      }
    } else {
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        int slot = ids[row] + 1;
        rows[kept] = row;
        kept += (int) (in[slot >> 6] >>> slot) & 1;
      }
    }
    return kept;
  }

  void clear() {
    Arrays.fill(words, 0);
  }
}
