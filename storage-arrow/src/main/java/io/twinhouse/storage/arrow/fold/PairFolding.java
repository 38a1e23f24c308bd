// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * VersionedCollapsingMergeTree: rows of one key and version with opposite signs go in pairs. The
 * version is the last element of the sorting key.
 *
 * @param sign position of the column that is 1 in rows that tell a state, -1 in those that take one
 *     back
 */
public record PairFolding(int sign) implements RowFolding {

  /** So many rows wait for one of the opposite sign; a further one lets the first go. */
  private static final int WAITING = 8191;

  @Override
  public BitSet needed(BitSet read) {
    BitSet needed = (BitSet) read.clone();
    needed.set(sign);
    return needed;
  }

  @Override
  public FoldedRows fold(
      List<long[]> keys,
      Batch columns,
      BitSet read,
      int[] order,
      PartStarts parts,
      Reservation memory) {
    long[] signs = ((LongColumn) columns.column(sign).flatten()).values();
    memory.grow(4L * order.length);
    int[] kept = new int[order.length];
    int count = 0;
    int settled = 0;
    long waiting = 0;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      if (i > 0 && KeyRuns.differ(keys, order[i - 1], row)) {
        settled = count;
      } else if (count - settled >= WAITING) {
        settled++;
      }
      if (count == settled || signs[row] == waiting) {
        waiting = signs[row];
        kept[count++] = row;
      } else {
        count--;
      }
    }
    return new FoldedRows(Arrays.copyOf(kept, count), count, Map.of());
  }
}
