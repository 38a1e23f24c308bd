// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.function.aggregate.state.GroupInts;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values of any type as rows of one column that all groups share. A row whose group has found
 * another value stays there until such rows are more than the groups.
 */
final class RowKept implements KeptValues {

  /** So many rows that nobody needs are not worth to be cleared away. */
  private static final int FEW = 16;

  private final Type base;

  /** Row plus one by group, 0 for none. */
  private final GroupInts places;

  private final RowNumbers chosen;
  private ColumnBuffer rows;

  /** Takes the rows that are needed when the others go; empty in between. */
  private ColumnBuffer spare;

  /** The rows as a column, null where they have changed since. */
  private @Nullable Column shown;

  private int present;
  private int groups;

  RowKept(Type base, Reservation memory) {
    this.base = base;
    places = new GroupInts(memory);
    chosen = new RowNumbers(memory);
    rows = ColumnBuffer.of(base, memory);
    spare = ColumnBuffer.of(base, memory);
  }

  @Override
  public void resize(int newGroups) {
    places.resize(newGroups);
    groups = Math.max(groups, newGroups);
  }

  @Override
  public void keep(Column column, int[] which, int count, int[] groupOf) {
    int[] places = this.places.values();
    // of the rows of a group the last one stays: it marks the group by a negative place
    for (int i = 0; i < count; i++) {
      int group = groupOf[which[i]];
      present += places[group] == 0 ? 1 : 0;
      places[group] = -1 - i;
    }
    int[] last = chosen.of(count);
    int kept = 0;
    int size = rows.size();
    for (int i = 0; i < count; i++) {
      int group = groupOf[which[i]];
      if (places[group] == -1 - i) {
        last[kept++] = which[i];
        places[group] = size + kept;
      }
    }
    append(column, last, kept);
  }

  /** Keeps one row for a group. */
  void keep(Column column, int row, int group) {
    int[] one = chosen.of(1);
    one[0] = row;
    int[] places = this.places.values();
    present += places[group] == 0 ? 1 : 0;
    places[group] = rows.size() + 1;
    append(column, one, 1);
  }

  private void append(Column column, int[] which, int count) {
    shown = null;
    rows.append(column, which, 0, count);
    if (rows.size() - present > groups + FEW) {
      clear();
    }
  }

  /** Leaves only the rows that a group keeps. */
  private void clear() {
    int[] places = this.places.values();
    int[] needed = chosen.of(present);
    int count = 0;
    for (int group = 0; group < groups; group++) {
      if (places[group] != 0) {
        needed[count++] = places[group] - 1;
        places[group] = count;
      }
    }
    spare.append(rows.column(), needed, 0, count);
    ColumnBuffer cleared = spare;
    spare = rows;
    spare.reset();
    rows = cleared;
  }

  /** Whether something is kept for a group. */
  boolean isPresent(int group) {
    return places.values()[group] != 0;
  }

  /** What holds the values of all groups, valid until the next change. */
  Column values() {
    Column column = shown;
    if (column == null) {
      column = rows.column();
      shown = column;
    }
    return column;
  }

  /** The row of {@link #values()} that is kept for a group; of a group without one -1. */
  int rowOf(int group) {
    return places.values()[group] - 1;
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    RowKept states = (RowKept) other;
    if (states.isPresent(otherGroup)) {
      keep(states.values(), states.rowOf(otherGroup), group);
    }
  }

  @Override
  public Column results(int from, int count) {
    Column values = values();
    ColumnBuilder results = ColumnBuilder.of(base);
    for (int group = from; group < from + count; group++) {
      if (isPresent(group)) {
        results.append(values, rowOf(group));
      } else {
        results.append(DefaultValues.of(base), 0);
      }
    }
    return results.build();
  }
}
