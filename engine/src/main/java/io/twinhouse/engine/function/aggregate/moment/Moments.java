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
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.Type;

/** Variance, skewness and kurtosis, over sums of powers. */
final class Moments implements Accumulator {

  private final PowerSums statistic;
  private final Type argument;
  private final int width;
  private final GroupDoubles sums;
  private int groupCount;

  Moments(PowerSums statistic, Type argument, Reservation memory) {
    this.statistic = statistic;
    this.argument = argument;
    width = statistic.power() + 1;
    sums = new GroupDoubles(width, memory);
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
    groupCount = Math.max(groupCount, groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    DoubleLane lane = DoubleLane.of(argument, arguments[0]);
    double[] states = sums.values();
    boolean blockwise = groupCount == 1 && !(argument instanceof DecimalType);
    int alone = blockwise ? rows - rows % BlockLanes.COUNT : 0;
    if (alone > 0) {
      double[] lanes = new double[BlockLanes.COUNT * width];
      for (int row = 0; row < alone; row++) {
        if (groups[row] >= 0) {
          add(lanes, BlockLanes.of(row) * width, lane.at(row));
        }
      }
      BlockLanes.addUp(lanes, width, states);
    }
    for (int row = alone; row < rows; row++) {
      if (groups[row] >= 0) {
        add(states, groups[row] * width, lane.at(row));
      }
    }
  }

  private void add(double[] states, int at, double value) {
    states[at] = states[at] + 1;
    double power = value;
    for (int i = 1; i < width; i++) {
      states[at + i] = states[at + i] + power;
      power = power * value;
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    double[] others = ((Moments) other).sums.values();
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < width; i++) {
        int at = target[group] * width + i;
        sums.values()[at] = sums.values()[at] + others[group * width + i];
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = statistic.of(sums.values(), (from + i) * width);
    }
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    for (int i = 0; i < width; i++) {
      StateBytes.writeDouble(out, sums.values()[group * width + i]);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    for (int i = 0; i < width; i++) {
      int at = group * width + i;
      sums.values()[at] = sums.values()[at] + in.readDouble();
    }
  }
}
