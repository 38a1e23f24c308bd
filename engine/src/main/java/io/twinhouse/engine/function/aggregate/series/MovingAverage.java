// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.exact.Exponential;

/** exponentialMovingAverage: values whose weight halves every so many units of time. */
final class MovingAverage implements GroupObject<MovingAverage> {

  private final double halfLife;
  private double sum;
  private double time;

  MovingAverage(double halfLife) {
    this.halfLife = halfLife;
  }

  @Override
  public void add(RowInput in, int row) {
    add(in.number(0, row), in.number(1, row));
  }

  private void add(double value, double at) {
    if (at > time) {
      sum = value + sum * weight(at - time);
      time = at;
    } else {
      sum = at < time ? sum + value * weight(time - at) : sum + value;
    }
  }

  private double weight(double passed) {
    return Exponential.exp2(-passed / halfLife);
  }

  @Override
  public void merge(MovingAverage other) {
    add(other.sum, other.time);
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendDouble(sum / (1 / (1 - weight(1))));
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeDouble(out, sum);
    StateBytes.writeDouble(out, time);
  }

  @Override
  public void read(StateReader in) {
    sum = in.readDouble();
    time = in.readDouble();
  }
}
