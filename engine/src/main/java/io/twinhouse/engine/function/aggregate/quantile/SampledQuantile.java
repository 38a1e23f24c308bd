// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** quantile: between the two neighbours in the sorted sample, in proportion. */
final class SampledQuantile implements Accumulator {

  private final Type argument;
  private final Type single;
  private final Levels levels;
  private final Reservoirs samples;
  private final LaneInput input;

  SampledQuantile(Type argument, Type single, Levels levels, Reservation memory) {
    this.argument = argument;
    this.single = single;
    this.levels = levels;
    samples = new Reservoirs(memory);
    input = new LaneInput(memory);
  }

  @Override
  public void resize(int groups) {
    samples.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    if (argument.lane() == Lane.LONG) {
      long[] values = input.longs(arguments[0], rows);
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0) {
          samples.add(groups[row], values[row]);
        }
      }
      return;
    }
    DoubleLane lane = DoubleLane.of(unscaled(argument), arguments[0]);
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        double value = lane.at(row);
        if (!Double.isNaN(value)) {
          samples.add(groups[row], Double.doubleToRawLongBits(value));
        }
      }
    }
  }

  /** Decimals are sampled by their unscaled value. */
  private static Type unscaled(Type type) {
    return type instanceof DecimalType decimal ? new DecimalType(decimal.precision(), 0) : type;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    for (int group = 0; group < groups; group++) {
      samples.addAll(((SampledQuantile) other).samples, group, target[group]);
    }
  }

  @Override
  public Column results(int from, int count) {
    QuantileColumn out = new QuantileColumn(levels, single);
    for (int group = from; group < from + count; group++) {
      double[] sorted = samples.sorted(group, argument);
      for (double level : levels.values()) {
        out.add(interpolated(sorted, level));
      }
      out.endRow();
    }
    return out.build();
  }

  static double interpolated(double[] sorted, double level) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double index = Math.max(0.0, Math.min(sorted.length - 1.0, level * (sorted.length - 1.0)));
    int left = (int) index;
    int right = left + 1;
    if (right == sorted.length) {
      return sorted[left];
    }
    return sorted[left] * (right - index) + sorted[right] * (index - left);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    samples.write(group, argument, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    samples.read(group, argument, in);
  }
}
