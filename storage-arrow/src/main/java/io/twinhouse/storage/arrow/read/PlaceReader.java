// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.bound.PlaceColumn;

/** Tells where the rows of a part lie; reads nothing of it. */
final class PlaceReader implements GranuleReader {

  private final PlaceColumn place;
  private final Part part;
  private final Column text;
  private long start;

  PlaceReader(PlaceColumn place, Part part) {
    this.place = place;
    this.part = part;
    this.text = place.value(part);
  }

  @Override
  public void at(int granule) {
    start = (long) granule * part.description().granuleRows();
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    if (place != PlaceColumn.OFFSET) {
      target.append(ConstantColumn.of(text, count), 0, count);
      return;
    }
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = start + from + i;
    }
    target.append(LongColumn.of(numbers, count, null), 0, count);
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    if (place != PlaceColumn.OFFSET) {
      read(0, count, target);
      return;
    }
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = start + rows[i];
    }
    target.append(LongColumn.of(numbers, count, null), 0, count);
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public LaneBuffer newLane(Reservation laneMemory) {
    return LaneBuffer.of(place.type(), laneMemory);
  }

  @Override
  public boolean fits(LaneBuffer lane) {
    return !(lane instanceof IdLane);
  }
}
