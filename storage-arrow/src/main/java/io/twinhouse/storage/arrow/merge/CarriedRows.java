// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of rows of the merged parts becomes known of the part they are in now. */
final class CarriedRows {

  private final Map<Part, PartState> states = new HashMap<>();
  private RowSet superseded = RowSet.EMPTY;
  private RowSet tombstones = RowSet.EMPTY;

  CarriedRows(List<PartState> parts) {
    parts.forEach(part -> states.put(part.part(), part));
  }

  /**
   * Notes the next rows.
   *
   * @param origins for each of them, which row of the slice it was
   * @param first the place of the first of them in the merged part
   */
  void add(List<PartRange> slice, int[] origins, int first) {
    boolean[] replaced = new boolean[slice.stream().mapToInt(PartRange::rows).sum()];
    boolean[] deleted = new boolean[replaced.length];
    int at = 0;
    for (PartRange range : slice) {
      PartState state = states.get(range.part());
      if (state != null) {
        mark(state.superseded(), range, replaced, at);
        mark(state.tombstones(), range, deleted, at);
      }
      at += range.rows();
    }
    superseded = with(superseded, replaced, origins, first);
    tombstones = with(tombstones, deleted, origins, first);
  }

  private static void mark(RowSet rows, PartRange range, boolean[] marked, int at) {
    if (rows.isEmpty() || !rows.meets(range.from(), range.rows())) {
      return;
    }
    for (int i = 0; i < range.rows(); i++) {
      marked[at + i] = rows.contains(range.from() + i);
    }
  }

  private static RowSet with(RowSet set, boolean[] marked, int[] origins, int first) {
    int[] rows = new int[16];
    int count = 0;
    for (int i = 0; i < origins.length; i++) {
      if (marked[origins[i]]) {
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count++] = first + i;
      }
    }
    return set.with(rows, count);
  }

  RowSet superseded() {
    return superseded;
  }

  RowSet tombstones() {
    return tombstones;
  }
}
