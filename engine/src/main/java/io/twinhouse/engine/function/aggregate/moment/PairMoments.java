// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupDoubles;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Covariance and correlation. */
final class PairMoments implements Accumulator {

  private static final int WIDTH = PairSums.WIDTH;

  private final PairSums statistic;
  private final List<Type> types;
  private final GroupDoubles sums;
  private int groupCount;

  PairMoments(PairSums statistic, List<Type> types, Reservation memory) {
    this.statistic = statistic;
    this.types = types;
    sums = new GroupDoubles(WIDTH, memory);
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
    groupCount = Math.max(groupCount, groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    DoubleLane first = DoubleLane.of(types.get(0), arguments[0]);
    DoubleLane second = DoubleLane.of(types.get(1), arguments[1]);
    double[] states = sums.values();
    int alone = groupCount == 1 ? rows - rows % BlockLanes.COUNT : 0;
    if (alone > 0) {
      double[] lanes = new double[BlockLanes.COUNT * WIDTH];
      for (int row = 0; row < alone; row++) {
        if (groups[row] >= 0) {
          add(lanes, BlockLanes.of(row) * WIDTH, first.at(row), second.at(row));
        }
      }
      BlockLanes.addUp(lanes, WIDTH, states);
    }
    for (int row = alone; row < rows; row++) {
      if (groups[row] >= 0) {
        add(states, groups[row] * WIDTH, first.at(row), second.at(row));
      }
    }
  }

  private void add(double[] states, int at, double x, double y) {
    states[at] = states[at] + 1;
    states[at + 1] = states[at + 1] + x;
    states[at + 2] = states[at + 2] + y;
    states[at + 3] = states[at + 3] + x * y;
    states[at + 4] = states[at + 4] + x * x;
    states[at + 5] = states[at + 5] + y * y;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    double[] others = ((PairMoments) other).sums.values();
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < WIDTH; i++) {
        int at = target[group] * WIDTH + i;
        sums.values()[at] = sums.values()[at] + others[group * WIDTH + i];
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = statistic.of(sums.values(), (from + i) * WIDTH);
    }
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    for (int i = 0; i < statistic.width(); i++) {
      StateBytes.writeDouble(out, sums.values()[group * WIDTH + i]);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    for (int i = 0; i < statistic.width(); i++) {
      int at = group * WIDTH + i;
      sums.values()[at] = sums.values()[at] + in.readDouble();
    }
  }
}
