// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

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

/**
 * sumKahan: a sum and what its roundings lost. Over a whole table a block goes to four sums in
 * turn, which come together at its end, as in ClickHouse.
 */
final class KahanSum implements Accumulator {

  private static final int LANES = 4;

  private final Type argument;
  private final GroupDoubles sums;
  private int groups;

  KahanSum(Type argument, Reservation memory) {
    this.argument = argument;
    sums = new GroupDoubles(2, memory);
  }

  @Override
  public void resize(int newGroups) {
    sums.resize(newGroups);
    groups = Math.max(groups, newGroups);
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows) {
    DoubleLane lane = DoubleLane.of(argument, arguments[0]);
    double[] states = sums.values();
    int alone = groups == 1 ? rows - rows % LANES : 0;
    if (alone > 0) {
      double[] lanes = new double[2 * LANES];
      for (int row = 0; row < alone; row++) {
        if (groupOf[row] >= 0) {
          add(lanes, 2 * (row % LANES), lane.at(row));
        }
      }
      for (int i = 0; i < LANES; i++) {
        merge(states, 0, lanes[2 * i], lanes[2 * i + 1]);
      }
    }
    for (int row = alone; row < rows; row++) {
      if (groupOf[row] >= 0) {
        add(states, 2 * groupOf[row], lane.at(row));
      }
    }
  }

  private static void add(double[] states, int at, double value) {
    double compensated = value - states[at + 1];
    double sum = states[at] + compensated;
    states[at + 1] = (sum - states[at]) - compensated;
    states[at] = sum;
  }

  private static void merge(double[] states, int at, double sum, double lost) {
    double raw = states[at] + sum;
    double taken = raw - states[at];
    double rest = ((sum - taken) + (states[at] - (raw - taken))) + states[at + 1] + lost;
    states[at] = raw + rest;
    states[at + 1] = rest - (states[at] - raw);
  }

  @Override
  public void merge(Accumulator other, int[] target, int count) {
    double[] others = ((KahanSum) other).sums.values();
    for (int group = 0; group < count; group++) {
      merge(sums.values(), 2 * target[group], others[2 * group], others[2 * group + 1]);
    }
  }

  @Override
  public Column results(int from, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = sums.values()[2 * (from + i)];
    }
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    StateBytes.writeDouble(out, sums.values()[2 * group]);
    StateBytes.writeDouble(out, sums.values()[2 * group + 1]);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    double sum = in.readDouble();
    merge(sums.values(), 2 * group, sum, in.readDouble());
  }
}
