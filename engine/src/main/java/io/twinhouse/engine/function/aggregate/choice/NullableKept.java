// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.memory.Reservation;

/** Values that may be NULL, and are until one is kept. */
final class NullableKept implements KeptValues {

  private final KeptValues values;
  private final GroupFlags present;

  NullableKept(KeptValues values, Reservation memory) {
    this.values = values;
    present = new GroupFlags(memory);
  }

  @Override
  public void resize(int groups) {
    values.resize(groups);
    present.resize(groups);
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    values.keep(column, rows, count, groups);
    for (int i = 0; i < count; i++) {
      present.values()[groups[rows[i]]] = !column.isNull(rows[i]);
    }
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    NullableKept states = (NullableKept) other;
    values.take(states.values, otherGroup, group);
    present.values()[group] = states.present.values()[otherGroup];
  }

  @Override
  public Column results(int from, int count) {
    return values.results(from, count).withNulls(present.clearMask(from, count));
  }
}
