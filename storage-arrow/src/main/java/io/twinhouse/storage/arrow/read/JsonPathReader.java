// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one JSON path cast to a type: each row has a value in at most one of the path's streams, or
 * in none, which reads as NULL, or as the type's nothing where NULL cannot be.
 */
final class JsonPathReader implements GranuleReader {

  private final Type type;
  private final Column nothing;
  private final List<StreamReader> readers = new ArrayList<>();
  private final List<LaneBuffer> lanes = new ArrayList<>();
  private final List<PathCast> casts = new ArrayList<>();

  JsonPathReader(
      Part part, List<PartStream> streams, Type type, StreamReaders opened, Reservation memory) {
    this.type = type;
    ColumnBuilder one = ColumnBuilder.of(type);
    one.appendDefault();
    nothing = one.build();
    for (PartStream stream : streams) {
      StreamReader reader = opened.of(part, stream);
      readers.add(reader);
      lanes.add(reader.newLane(memory));
      casts.add(PathCast.of(stream.key(), type));
    }
  }

  @Override
  public void at(int granule) {
    readers.forEach(reader -> reader.at(granule));
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    for (int s = 0; s < readers.size(); s++) {
      lanes.get(s).clear();
      readers.get(s).read(from, count, lanes.get(s));
    }
    cast(count, target);
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    for (int s = 0; s < readers.size(); s++) {
      lanes.get(s).clear();
      readers.get(s).read(rows, count, lanes.get(s));
    }
    cast(count, target);
  }

  private void cast(int count, LaneBuffer target) {
    int[] streamOf = new int[count];
    int[] placeOf = new int[count];
    Arrays.fill(streamOf, -1);
    Column[] results = new Column[readers.size()];
    for (int s = 0; s < results.length; s++) {
      Column values = lanes.get(s).view();
      int[] present = new int[count];
      int found = 0;
      for (int row = 0; row < count; row++) {
        if (!values.isNull(row)) {
          streamOf[row] = s;
          placeOf[row] = found;
          present[found++] = row;
        }
      }
      if (found > 0) {
        results[s] = casts.get(s).convert(values.gather(present, found));
      }
    }
    for (int row = 0; row < count; row++) {
      if (streamOf[row] >= 0) {
        target.append(results[streamOf[row]], placeOf[row], 1);
      } else if (type.isNullable()) {
        target.appendNulls(1);
      } else {
        target.append(nothing, 0, 1);
      }
    }
  }

  @Override
  public long bytes() {
    return readers.stream().mapToLong(StreamReader::bytes).sum();
  }

  @Override
  public LaneBuffer newLane(Reservation memory) {
    return LaneBuffer.of(type, memory);
  }

  @Override
  public boolean fits(LaneBuffer lane) {
    return !(lane instanceof IdLane);
  }
}
