// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.aggregate.state.GroupDoubles;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

final class DoubleKept implements KeptValues {

  private final GroupDoubles kept;

  DoubleKept(Reservation memory) {
    kept = new GroupDoubles(1, memory);
  }

  @Override
  public void resize(int groups) {
    kept.resize(groups);
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    double[] values = kept.values();
    if (column instanceof ConstantColumn constant) {
      double value = ((DoubleColumn) constant.value()).values()[0];
      for (int i = 0; i < count; i++) {
        values[groups[rows[i]]] = value;
      }
      return;
    }
    double[] lane = ((DoubleColumn) column).values();
    for (int i = 0; i < count; i++) {
      values[groups[rows[i]]] = lane[rows[i]];
    }
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    kept.values()[group] = ((DoubleKept) other).kept.values()[otherGroup];
  }

  @Override
  public Column results(int from, int count) {
    return DoubleColumn.of(Arrays.copyOfRange(kept.values(), from, from + count), count, null);
  }
}
