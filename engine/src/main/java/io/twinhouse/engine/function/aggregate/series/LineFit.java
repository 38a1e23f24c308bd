// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;

/** simpleLinearRegression: the line of least squares. */
final class LineFit implements GroupObject<LineFit> {

  private long count;
  private double sumX;
  private double sumY;
  private double sumXX;
  private double sumXY;

  @Override
  public void add(RowInput in, int row) {
    double x = in.number(0, row);
    double y = in.number(1, row);
    count++;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }

  @Override
  public void merge(LineFit other) {
    count += other.count;
    sumX += other.sumX;
    sumY += other.sumY;
    sumXX += other.sumXX;
    sumXY += other.sumXY;
  }

  @Override
  public void result(ColumnBuilder out) {
    double divisor = sumXX * count - sumX * sumX;
    boolean flat = divisor == 0 || count == 0;
    double slope = flat ? Double.NaN : (sumXY * count - sumX * sumY) / divisor;
    double start = count == 0 ? Double.NaN : (sumY - slope * sumX) / count;
    out.element(0).appendDouble(slope);
    out.element(1).appendDouble(start);
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeLong(out, count);
    StateBytes.writeDouble(out, sumX);
    StateBytes.writeDouble(out, sumY);
    StateBytes.writeDouble(out, sumXX);
    StateBytes.writeDouble(out, sumXY);
  }

  @Override
  public void read(StateReader in) {
    count = in.readLong();
    sumX = in.readDouble();
    sumY = in.readDouble();
    sumXX = in.readDouble();
    sumXY = in.readDouble();
  }
}
