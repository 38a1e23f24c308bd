// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;

/** The samples of a group that may count for a point of the grid. */
final class GridState implements GroupObject<GridState> {

  /** A value and its NULL flag. */
  private static final int RESULT_BYTES = 9;

  private final GridRule rule;
  private final GridShape grid;
  private final Samples samples;

  GridState(GridRule rule, GridShape grid, Reservation memory) {
    this.rule = rule;
    this.grid = grid;
    samples = new Samples(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    samples.add(in, row, grid::takes);
  }

  @Override
  public void merge(GridState other) {
    samples.addAll(other.samples);
  }

  @Override
  public long resultBytes() {
    return (long) RESULT_BYTES * grid.points();
  }

  @Override
  public void result(ColumnBuilder out) {
    samples.sort();
    ColumnBuilder elements = out.elements();
    GridWindow samplesOfPoint = new GridWindow(rule, grid, samples);
    for (int index = 0; index < grid.points(); index++) {
      Checkpoint.passSometimes(index);
      long point = grid.point(index);
      samplesOfPoint.move(point);
      int from = samplesOfPoint.from();
      int to = samplesOfPoint.to();
      if (rule.answers(from, to)) {
        double resets = samplesOfPoint.resets();
        elements.appendDouble(rule.answer(grid, samples, from, to, point, resets));
      } else {
        elements.appendNull();
      }
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    samples.sort();
    new GridBytes(rule, grid).write(samples, out);
  }

  @Override
  public void read(StateReader in) {
    if (!new GridBytes(rule, grid).read(in, samples)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Cannot deserialize a state of another grid");
    }
  }
}
