// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;

/** boundingRatio: the slope from the leftmost to the rightmost point. */
final class BoundingRatio implements GroupObject<BoundingRatio> {

  private boolean empty = true;
  private double leftX;
  private double leftY;
  private double rightX;
  private double rightY;

  @Override
  public void add(RowInput in, int row) {
    add(in.number(0, row), in.number(1, row));
  }

  private void add(double x, double y) {
    if (empty || x < leftX) {
      leftX = x;
      leftY = y;
    }
    if (empty || x > rightX) {
      rightX = x;
      rightY = y;
    }
    empty = false;
  }

  @Override
  public void merge(BoundingRatio other) {
    if (other.empty) {
      return;
    }
    if (empty || other.leftX < leftX) {
      leftX = other.leftX;
      leftY = other.leftY;
    }
    if (empty || other.rightX > rightX) {
      rightX = other.rightX;
      rightY = other.rightY;
    }
    empty = false;
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendDouble(empty ? Double.NaN : (rightY - leftY) / (rightX - leftX));
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(empty ? 1 : 0);
    if (!empty) {
      StateBytes.writeDouble(out, leftX);
      StateBytes.writeDouble(out, leftY);
      StateBytes.writeDouble(out, rightX);
      StateBytes.writeDouble(out, rightY);
    }
  }

  @Override
  public void read(StateReader in) {
    empty = in.readByte() != 0;
    if (!empty) {
      leftX = in.readDouble();
      leftY = in.readDouble();
      rightX = in.readDouble();
      rightY = in.readDouble();
    }
  }
}
