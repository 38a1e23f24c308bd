// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** Values of any lane, by the order of their type; NULL and NaN inside them never win. */
final class ValueChooser implements Chooser {

  private final ValueOrder order;
  private final RowKept best;

  ValueChooser(Type base, boolean largest, Reservation memory) {
    order = largest ? ValueOrder.reverse(base) : ValueOrder.of(base);
    best = new RowKept(base, memory);
  }

  @Override
  public void resize(int groups) {
    best.resize(groups);
  }

  @Override
  public int choose(Column column, int[] groups, int rows, int[] winners) {
    int won = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0 && offer(column, row, groups[row])) {
        winners[won++] = row;
      }
    }
    return won;
  }

  private boolean offer(Column column, int row, int group) {
    Column held = best.get(group);
    if (held != null && order.compare(column, row, held, 0) >= 0) {
      return false;
    }
    best.keep(column, row, group);
    return true;
  }

  @Override
  public boolean take(Chooser other, int otherGroup, int group) {
    Column value = ((ValueChooser) other).best.get(otherGroup);
    return value != null && offer(value, 0, group);
  }

  @Override
  public Column results(int from, int count) {
    return best.results(from, count);
  }

  @Override
  public boolean isSeen(int group) {
    return best.get(group) != null;
  }
}
