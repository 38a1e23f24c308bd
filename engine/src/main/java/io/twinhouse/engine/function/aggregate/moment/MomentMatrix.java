// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** covarPopMatrix, covarSampMatrix and corrMatrix: a statistic of each pair of arguments. */
final class MomentMatrix implements GroupObject<MomentMatrix> {

  private static final int WIDTH = PairSums.WIDTH;

  private final PairSums statistic;
  private final int size;

  /** The sums of each pair, row by row of the lower triangle. */
  private final double[] sums;

  MomentMatrix(PairSums statistic, int size, Reservation memory) {
    this.statistic = statistic;
    this.size = size;
    int length = WIDTH * size * (size + 1) / 2;
    memory.grow(8L * length);
    sums = new double[length];
  }

  private static int place(int greater, int lesser) {
    return WIDTH * (greater * (greater + 1) / 2 + lesser);
  }

  @Override
  public void add(RowInput in, int row) {
    for (int i = 0; i < size; i++) {
      double x = in.number(i, row);
      for (int j = 0; j <= i; j++) {
        statistic.add(sums, place(i, j), x, in.number(j, row));
      }
    }
  }

  @Override
  public void merge(MomentMatrix other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double value = statistic.of(sums, place(Math.max(i, j), Math.min(i, j)));
        out.elements().elements().appendDouble(value);
      }
      out.elements().endRow();
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    for (int at = 0; at < sums.length; at += WIDTH) {
      for (int i = 0; i < statistic.width(); i++) {
        StateBytes.writeDouble(out, sums[at + i]);
      }
    }
  }

  @Override
  public void read(StateReader in) {
    for (int at = 0; at < sums.length; at += WIDTH) {
      for (int i = 0; i < statistic.width(); i++) {
        sums[at + i] = in.readDouble();
      }
    }
  }
}
