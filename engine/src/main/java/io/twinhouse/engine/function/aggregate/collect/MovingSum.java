// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** groupArrayMovingSum and groupArrayMovingAvg: of the last so many values, from running sums. */
final class MovingSum implements GroupObject<MovingSum> {

  private final boolean floating;
  private final long window;
  private final boolean average;
  private final LongList sums;

  /**
   * @param window values, or 0 for all
   */
  MovingSum(boolean floating, long window, boolean average, Reservation memory) {
    this.floating = floating;
    this.window = window;
    this.average = average;
    sums = new LongList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    add(floating ? Double.doubleToRawLongBits(in.number(0, row)) : in.word(0, row));
  }

  private void add(long value) {
    // Also the first value is added to something, so that -0 becomes 0.
    sums.add(plus(sums.size() == 0 ? 0 : sums.get(sums.size() - 1), value));
  }

  private long plus(long a, long b) {
    return floating
        ? Double.doubleToRawLongBits(Double.longBitsToDouble(a) + Double.longBitsToDouble(b))
        : a + b;
  }

  private long minus(long a, long b) {
    return floating
        ? Double.doubleToRawLongBits(Double.longBitsToDouble(a) - Double.longBitsToDouble(b))
        : a - b;
  }

  @Override
  public void merge(MovingSum other) {
    int own = sums.size();
    long last = own == 0 ? 0 : sums.get(own - 1);
    for (int i = 0; i < other.sums.size(); i++) {
      sums.add(own == 0 ? other.sums.get(i) : plus(other.sums.get(i), last));
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    long width = window == 0 ? sums.size() : window;
    for (int i = 0; i < sums.size(); i++) {
      long sum = i < width ? sums.get(i) : minus(sums.get(i), sums.get((int) (i - width)));
      if (average) {
        out.elements().appendDouble(Double.longBitsToDouble(sum) / width);
      } else if (floating) {
        out.elements().appendDouble(Double.longBitsToDouble(sum));
      } else {
        out.elements().appendLong(sum);
      }
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, sums.size());
    for (int i = 0; i < sums.size(); i++) {
      StateBytes.writeLong(out, sums.get(i));
    }
  }

  @Override
  public void read(StateReader in) {
    int size = in.readCount(8);
    for (int i = 0; i < size; i++) {
      sums.add(in.readLong());
    }
  }
}
