// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.Batch;
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
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/**
 * sumKahan: a sum and what its roundings lost. Over a whole table a block goes to four sums in
 * turn, which come together at its end, as in ClickHouse. A block goes on behind a full batch and
 * ends with a shorter one.
 */
final class KahanSum implements Accumulator {

  private static final int LANES = 4;

  private final Type argument;
  private final GroupDoubles sums;
  private final double[] block = new double[2 * LANES];

  /** Whether rows came since the last block ended; what an ended one leaves changes nothing. */
  private boolean open;

  KahanSum(Type argument, Reservation memory) {
    this.argument = argument;
    sums = new GroupDoubles(2, memory);
  }

  @Override
  public void resize(int newGroups) {
    sums.resize(newGroups);
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows) {
    add(DoubleLane.of(argument, arguments[0]), groupOf, 0, rows);
  }

  private void add(DoubleLane lane, int[] groupOf, int from, int to) {
    for (int row = from; row < to; row++) {
      if (groupOf[row] >= 0) {
        add(sums.values(), 2 * groupOf[row], lane.at(row));
      }
    }
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows, RowPass pass) {
    DoubleLane lane = DoubleLane.of(argument, arguments[0]);
    open |= pass.isWhole();
    int striped = pass.isWhole() ? rows - rows % LANES : 0;
    for (int row = 0; row < striped; row++) {
      if (groupOf[row] >= 0) {
        add(block, 2 * (row % LANES), lane.at(row));
      }
    }
    if (!pass.isWhole() || rows < Batch.ROWS) {
      states();
      add(lane, groupOf, striped, rows);
    }
  }

  /** All sums, those of an open block within. */
  private double[] states() {
    double[] states = sums.values();
    for (int i = 0; open && i < LANES; i++) {
      merge(states, 0, block[2 * i], block[2 * i + 1]);
    }
    Arrays.fill(block, 0);
    open = false;
    return states;
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
    double[] others = ((KahanSum) other).states();
    double[] states = states();
    for (int group = 0; group < count; group++) {
      merge(states, 2 * target[group], others[2 * group], others[2 * group + 1]);
    }
  }

  @Override
  public Column results(int from, int count) {
    double[] states = states();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = states[2 * (from + i)];
    }
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    double[] states = states();
    StateBytes.writeDouble(out, states[2 * group]);
    StateBytes.writeDouble(out, states[2 * group + 1]);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    double sum = in.readDouble();
    merge(states(), 2 * group, sum, in.readDouble());
  }
}
