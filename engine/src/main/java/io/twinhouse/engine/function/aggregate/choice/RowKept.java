// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of any type, each as a column of one row. */
final class RowKept implements KeptValues {

  /** A reference, and the objects of a column around its arrays. */
  private static final int OVERHEAD = 96;

  private final Type base;
  private final Reservation memory;
  private @Nullable Column[] kept = {};

  RowKept(Type base, Reservation memory) {
    this.base = base;
    this.memory = memory;
  }

  @Override
  public void resize(int groups) {
    if (groups > kept.length) {
      int length = GroupCapacity.grown(kept.length, groups);
      int old = kept.length;
      memory.grow((long) OVERHEAD * length);
      kept = Arrays.copyOf(kept, length);
      memory.shrink((long) OVERHEAD * old);
    }
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    for (int i = 0; i < count; i++) {
      keep(column, rows[i], groups[rows[i]]);
    }
  }

  void keep(Column column, int row, int group) {
    Column value = column instanceof ConstantColumn constant ? constant.value() : column;
    put(group, value.gather(new int[] {value == column ? row : 0}, 1));
  }

  /** What is kept for a group as a column of one row, or null. */
  @Nullable Column get(int group) {
    return kept[group];
  }

  private void put(int group, Column value) {
    Column old = kept[group];
    memory.grow(value.retainedBytes());
    kept[group] = value;
    memory.shrink(old == null ? 0 : old.retainedBytes());
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    Column value = ((RowKept) other).kept[otherGroup];
    if (value != null) {
      put(group, value);
    }
  }

  @Override
  public Column results(int from, int count) {
    ColumnBuilder values = ColumnBuilder.of(base);
    for (int group = from; group < from + count; group++) {
      Column value = kept[group];
      if (value == null) {
        values.append(DefaultValues.of(base), 0);
      } else {
        values.append(value, 0);
      }
    }
    return values.build();
  }
}
