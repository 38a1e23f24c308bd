// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.aggregate.state.GroupLongs;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.Collections;

final class LongKept implements KeptValues {

  private final GroupLongs kept;

  LongKept(Type base, Reservation memory) {
    kept = new GroupLongs(1, none(base), memory);
  }

  /** The default of an enum is its smallest value, of all else zero. */
  static long none(Type base) {
    return base instanceof EnumType enumeration ? Collections.min(enumeration.names().keySet()) : 0;
  }

  @Override
  public void resize(int groups) {
    kept.resize(groups);
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    long[] values = kept.values();
    if (column instanceof ConstantColumn constant) {
      long value = ((LongColumn) constant.value()).values()[0];
      for (int i = 0; i < count; i++) {
        values[groups[rows[i]]] = value;
      }
      return;
    }
    long[] lane = ((LongColumn) column).values();
    for (int i = 0; i < count; i++) {
      values[groups[rows[i]]] = lane[rows[i]];
    }
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    kept.values()[group] = ((LongKept) other).kept.values()[otherGroup];
  }

  @Override
  public Column results(int from, int count) {
    return LongColumn.of(Arrays.copyOfRange(kept.values(), from, from + count), count, null);
  }
}
