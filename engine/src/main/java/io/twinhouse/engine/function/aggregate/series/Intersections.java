// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;

/** maxIntersections and maxIntersectionsPosition: where most intervals overlap. */
final class Intersections implements GroupObject<Intersections> {

  private static final Numbers WFOURS = new Numbers(IntegerType.INT64);

  private final Numbers numbers;
  private final boolean position;
  private final PairList points;

  Intersections(Numbers numbers, boolean position, Reservation memory) {
    this.numbers = numbers;
    this.position = position;
    points = new PairList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    add(in.bits(0, row), 1);
    add(in.bits(1, row), -1);
  }

  private void add(long point, long weight) {
    if (!numbers.isFloating() || !Double.isNaN(numbers.toDouble(point))) {
      points.add(point, weight);
    }
  }

  @Override
  public void merge(Intersections other) {
    points.addAll(other.points);
  }

  @Override
  public void result(ColumnBuilder out) {
    points.sort(PairList.order(numbers, WFOURS));
    long current = 0;
    long most = 0;
    long place = 0;
    for (int i = 0; i < points.size(); i++) {
      current += points.second(i);
      if (current > most) {
        most = current;
        place = points.first(i);
      }
    }
    if (position) {
      numbers.append(place, out);
    } else {
      out.appendLong(most);
    }
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, points.size());
    for (int i = 0; i < points.size(); i++) {
      StateBytes.writeLong(out, numbers.raw(points.first(i)));
      StateBytes.writeLong(out, points.second(i));
    }
  }

  @Override
  public void read(StateReader in) {
    for (int left = in.readCount(16); left > 0; left--) {
      long point = numbers.ofRaw(in.readLong());
      points.add(point, in.readLong());
    }
  }
}
