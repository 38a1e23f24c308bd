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
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Covariance and correlation. */
final class PairMoments implements Accumulator {

  private static final int WIDTH = PairSums.WIDTH;

  private final PairSums statistic;
  private final List<Type> types;
  private final GroupDoubles sums;
  private final BlockLanes block = new BlockLanes(WIDTH);

  PairMoments(PairSums statistic, List<Type> types, Reservation memory) {
    this.statistic = statistic;
    this.types = types;
    sums = new GroupDoubles(WIDTH, memory);
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    DoubleLane first = DoubleLane.of(types.get(0), arguments[0]);
    DoubleLane second = DoubleLane.of(types.get(1), arguments[1]);
    double[] states = sums.values();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        statistic.add(states, groups[row] * WIDTH, first.at(row), second.at(row));
      }
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    if (!pass.isWhole()) {
      add(arguments, groups, rows);
      return;
    }
    DoubleLane first = DoubleLane.of(types.get(0), arguments[0]);
    DoubleLane second = DoubleLane.of(types.get(1), arguments[1]);
    block.add(
        groups,
        rows,
        sums.values(),
        (to, at, row) -> statistic.add(to, at, first.at(row), second.at(row)));
  }

  /** All sums, those of an open block within. */
  private double[] sums() {
    if (sums.values().length > 0) {
      block.end(sums.values());
    }
    return sums.values();
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    double[] others = ((PairMoments) other).sums();
    double[] own = sums();
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < WIDTH; i++) {
        own[target[group] * WIDTH + i] += others[group * WIDTH + i];
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    double[] own = sums();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = statistic.of(own, (from + i) * WIDTH);
    }
    return DoubleColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    double[] own = sums();
    for (int i = 0; i < statistic.width(); i++) {
      StateBytes.writeDouble(out, own[group * WIDTH + i]);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    double[] own = sums();
    for (int i = 0; i < statistic.width(); i++) {
      own[group * WIDTH + i] += in.readDouble();
    }
  }
}
