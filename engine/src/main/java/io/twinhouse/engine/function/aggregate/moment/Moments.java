// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.RowPass;
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
  private final BlockLanes block;

  Moments(PowerSums statistic, Type argument, Reservation memory) {
    this.statistic = statistic;
    this.argument = argument;
    width = statistic.power() + 1;
    sums = new GroupDoubles(width, memory);
    block = new BlockLanes(width);
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    DoubleLane lane = DoubleLane.of(argument, arguments[0]);
    double[] states = sums.values();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        add(states, groups[row] * width, lane.at(row));
      }
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    if (!pass.isWhole() || argument instanceof DecimalType) {
      add(arguments, groups, rows);
      return;
    }
    DoubleLane lane = DoubleLane.of(argument, arguments[0]);
    block.add(groups, rows, sums.values(), (to, at, row) -> add(to, at, lane.at(row)));
  }

  /** All sums, those of an open block within. */
  private double[] sums() {
    if (sums.values().length > 0) {
      block.end(sums.values());
    }
    return sums.values();
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
    double[] others = ((Moments) other).sums();
    double[] own = sums();
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < width; i++) {
        own[target[group] * width + i] += others[group * width + i];
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    double[] own = sums();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = statistic.of(own, (from + i) * width);
    }
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    double[] own = sums();
    for (int i = 0; i < width; i++) {
      StateBytes.writeDouble(out, own[group * width + i]);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    double[] own = sums();
    for (int i = 0; i < width; i++) {
      own[group * width + i] += in.readDouble();
    }
  }
}
