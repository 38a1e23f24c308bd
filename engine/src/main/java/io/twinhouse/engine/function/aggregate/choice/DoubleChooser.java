// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.aggregate.state.GroupDoubles;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The DOUBLE lane. NaN is chosen only where there is nothing else; zeros of either sign tie. */
final class DoubleChooser implements Chooser {

  private final boolean largest;
  private final GroupDoubles best;
  private final GroupFlags seen;
  private final LaneInput input;

  DoubleChooser(boolean largest, Reservation memory) {
    this.largest = largest;
    best = new GroupDoubles(1, memory);
    seen = new GroupFlags(memory);
    input = new LaneInput(memory);
  }

  @Override
  public void resize(int groups) {
    best.resize(groups);
    seen.resize(groups);
  }

  @Override
  public int choose(Column column, int[] groups, int rows, int[] winners) {
    double[] values = input.doubles(column, rows);
    int won = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0 && offer(values[row], groups[row])) {
        winners[won++] = row;
      }
    }
    return won;
  }

  private boolean offer(double value, int group) {
    double held = best.values()[group];
    boolean better =
        (largest ? value > held : value < held) || (Double.isNaN(held) && !Double.isNaN(value));
    if (better || !seen.values()[group]) {
      best.values()[group] = value;
      seen.values()[group] = true;
      return true;
    }
    return false;
  }

  @Override
  public boolean take(Chooser other, int otherGroup, int group) {
    DoubleChooser states = (DoubleChooser) other;
    return states.seen.values()[otherGroup] && offer(states.best.values()[otherGroup], group);
  }

  @Override
  public Column results(int from, int count) {
    double[] values = Arrays.copyOfRange(best.values(), from, from + count);
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public boolean isSeen(int group) {
    return seen.values()[group];
  }
}
