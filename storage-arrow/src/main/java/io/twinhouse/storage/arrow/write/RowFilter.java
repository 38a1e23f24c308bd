// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.fold.FoldedRows;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out rows that a merge was told to drop. */
final class RowFilter {

  private final TableLayout layout;
  private final Batch rows;
  private final Reservation memory;

  RowFilter(TableLayout layout, Batch rows, Reservation memory) {
    this.layout = layout;
    this.rows = rows;
    this.memory = memory;
  }

  /**
   * Applies the rules of a merge to rows that are in order.
   *
   * @param expired the rows whose time has come; null for none
   */
  FoldedRows apply(MergeRules rules, FoldedRows kept, boolean @Nullable [] expired) {
    FoldedRows living = expired == null ? kept : without(expired, kept);
    FoldedRows left = rules.cleanup() ? withoutTombstones(living) : living;
    List<Integer> uniqueBy = rules.uniqueBy();
    return uniqueBy == null ? left : unique(left, uniqueBy);
  }

  private static FoldedRows without(boolean[] expired, FoldedRows kept) {
    boolean[] stays = new boolean[kept.count()];
    for (int i = 0; i < stays.length; i++) {
      stays[i] = !expired[kept.first()[i]];
    }
    return kept.only(stays);
  }

  private FoldedRows withoutTombstones(FoldedRows kept) {
    int column = layout.deletedColumn();
    if (column < 0) {
      return kept;
    }
    long[] flags = ((LongColumn) rows.column(column).flatten()).values();
    boolean[] stays = new boolean[kept.count()];
    for (int i = 0; i < stays.length; i++) {
      stays[i] = flags[kept.first()[i]] == 0;
    }
    return kept.only(stays);
  }

  private FoldedRows unique(FoldedRows kept, List<Integer> columns) {
    List<Type> types = columns.stream().map(layout::type).toList();
    KeyTable seen = new KeyTable(types, memory);
    boolean[] stays = new boolean[kept.count()];
    int[] groups = new int[Batch.ROWS];
    for (int from = 0; from < stays.length; from += Batch.ROWS) {
      int count = Math.min(Batch.ROWS, stays.length - from);
      int known = seen.size();
      seen.insert(chunk(kept, columns, from, count), count, groups);
      for (int i = 0; i < count; i++) {
        if (groups[i] >= known) {
          stays[from + i] = true;
          known = groups[i] + 1;
        }
      }
    }
    return kept.only(stays);
  }

  private Column[] chunk(FoldedRows kept, List<Integer> columns, int from, int count) {
    int[] places = new int[count];
    int[] firsts = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = from + i;
      firsts[i] = kept.first()[from + i];
    }
    Map<Integer, Column> folded = kept.folded();
    Column[] chunk = new Column[columns.size()];
    for (int c = 0; c < chunk.length; c++) {
      Column values = folded.get(columns.get(c));
      chunk[c] =
          values == null
              ? rows.column(columns.get(c)).gather(firsts, count)
              : values.gather(places, count);
    }
    return chunk;
  }
}
