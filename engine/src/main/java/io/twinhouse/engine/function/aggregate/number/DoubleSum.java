// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupDoubles;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * sum of floats in Float64. Floats do not add in any order alike, so the order is ClickHouse's: row
 * by row under GROUP BY, and over a whole table in sixteen sums a block, added up at its end.
 */
final class DoubleSum implements Accumulator {

  private final GroupDoubles sums;
  private final LaneInput input;
  private final BlockSum block = new BlockSum();

  DoubleSum(Reservation memory) {
    sums = new GroupDoubles(1, memory);
    input = new LaneInput(memory);
  }

  @Override
  public void resize(int newGroups) {
    sums.resize(newGroups);
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows) {
    double[] values = input.doubles(arguments[0], rows);
    double[] totals = sums.values();
    for (int row = 0; row < rows; row++) {
      int group = groupOf[row];
      if (group >= 0) {
        totals[group] += values[row];
      }
    }
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows, RowPass pass) {
    if (!pass.isWhole()) {
      add(arguments, groupOf, rows);
    } else {
      double[] totals = sums.values();
      totals[0] = block.add(totals[0], input.doubles(arguments[0], rows), groupOf, rows);
    }
  }

  /** All sums, those of an open block within. */
  private double[] totals() {
    double[] totals = sums.values();
    if (totals.length > 0) {
      totals[0] = block.end(totals[0]);
    }
    return totals;
  }

  @Override
  public void merge(Accumulator other, int[] target, int count) {
    double[] totals = totals();
    double[] others = ((DoubleSum) other).totals();
    for (int group = 0; group < count; group++) {
      totals[target[group]] += others[group];
    }
  }

  @Override
  public Column results(int from, int count) {
    return DoubleColumn.of(Arrays.copyOfRange(totals(), from, from + count), count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    StateBytes.writeDouble(out, totals()[group]);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    totals()[group] += in.readDouble();
  }
}
