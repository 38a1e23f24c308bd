// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values of any lane, by the order of their type; NULL inside them never wins. Whether NaN inside
 * the largest does differs between the server's ways through rows, so that it is refused where that
 * decides.
 */
final class ValueChooser implements Chooser {

  private final ValueOrder order;
  private final @Nullable ValueOrder ascending;
  private final RowKept best;

  ValueChooser(Type base, boolean largest, Reservation memory) {
    this(
        largest ? ValueOrder.reverse(base) : ValueOrder.of(base),
        largest && base.name().contains("Float") ? ValueOrder.of(base) : null,
        new RowKept(base, memory));
  }

  private ValueChooser(ValueOrder order, @Nullable ValueOrder ascending, RowKept best) {
    this.order = order;
    this.ascending = ascending;
    this.best = best;
  }

  /** The smallest value where NULL inside stands before all else. */
  static ValueChooser leastWithNullsFirst(Type base, Reservation memory) {
    return new ValueChooser(ValueOrder.nullsFirst(base), null, new RowKept(base, memory));
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

  private int compare(Column column, int row, Column held, int place) {
    int compared = order.compare(column, row, held, place);
    if (ascending != null) {
      int withNan = -ascending.compare(column, row, held, place);
      if (Integer.signum(compared) != Integer.signum(withNan)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "The largest of values with NaN within is not implemented; filter them by isNaN");
      }
    }
    return compared;
  }

  private boolean offer(Column column, int row, int group) {
    if (best.isPresent(group) && compare(column, row, best.values(), best.rowOf(group)) >= 0) {
      return false;
    }
    best.keep(column, row, group);
    return true;
  }

  @Override
  public boolean take(Chooser other, int otherGroup, int group) {
    RowKept states = ((ValueChooser) other).best;
    return states.isPresent(otherGroup) && offer(states.values(), states.rowOf(otherGroup), group);
  }

  @Override
  public Column results(int from, int count) {
    return best.results(from, count);
  }

  @Override
  public boolean isSeen(int group) {
    return best.isPresent(group);
  }
}
