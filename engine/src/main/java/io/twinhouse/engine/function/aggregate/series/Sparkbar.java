// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** sparkbar: heights over a range of whole numbers, those of one place added up. */
final class Sparkbar implements GroupObject<Sparkbar> {

  /** An entry of the map with its key and its height. */
  private static final int ENTRY_BYTES = 112;

  private final SparkbarShape shape;
  private final Numbers heights;
  private final Reservation memory;
  private final Map<Long, Long> points = new LinkedHashMap<>();
  private long minX = -1;
  private long maxX;
  private long minY;
  private long maxY;

  Sparkbar(SparkbarShape shape, Reservation memory) {
    this.shape = shape;
    this.memory = memory;
    heights = shape.heights();
    minX = shape.largestX();
    minY = shape.largestY();
    maxY = shape.smallestY();
  }

  @Override
  public void add(RowInput in, int row) {
    long x = in.word(0, row);
    if (!shape.holds(x)) {
      return;
    }
    long y = in.bits(1, row);
    long sum = insert(x, y);
    spread(x, x);
    minY = heights.less(minY, y) ? minY : y;
    maxY = heights.less(sum, maxY) ? maxY : sum;
  }

  private void spread(long least, long most) {
    minX = Long.compareUnsigned(least, minX) < 0 ? least : minX;
    maxX = Long.compareUnsigned(most, maxX) > 0 ? most : maxX;
  }

  /** Adds a height, if it is one, to those of a place; what they are then, zero if it is none. */
  private long insert(long x, long y) {
    if (!heights.less(0, y)) {
      return 0;
    }
    Long known = points.get(x);
    if (known == null) {
      memory.grow(ENTRY_BYTES);
    }
    long sum = known == null ? y : shape.sum(known, y);
    points.put(x, sum);
    return sum;
  }

  @Override
  public void merge(Sparkbar other) {
    if (other.points.isEmpty()) {
      return;
    }
    other.points.forEach(
        (x, y) -> {
          long sum = insert(x, y);
          maxY = heights.less(sum, maxY) ? maxY : sum;
        });
    spread(other.minX, other.maxX);
    minY = heights.less(minY, other.minY) ? minY : other.minY;
    maxY = heights.less(other.maxY, maxY) ? maxY : other.maxY;
  }

  @Override
  public void result(ColumnBuilder out) {
    byte[] bar = bar().getBytes(StandardCharsets.UTF_8);
    out.appendBytes(bar, 0, bar.length);
  }

  private String bar() {
    if (points.isEmpty()) {
      return "";
    }
    long from = shape.ranged() ? shape.from() : minX;
    long to = shape.ranged() ? shape.to() : maxX;
    return Long.compareUnsigned(from, to) >= 0
        ? "█"
        : new SparkbarBuckets(shape).bar(points, from, to);
  }

  @Override
  public void write(BytesBuffer out) {
    Numbers places = shape.places();
    places.write(minX, out);
    places.write(maxX, out);
    heights.write(minY, out);
    heights.write(maxY, out);
    StateBytes.writeVarint(out, points.size());
    points.forEach(
        (x, y) -> {
          places.write(x, out);
          heights.write(y, out);
        });
  }

  @Override
  public void read(StateReader in) {
    Numbers places = shape.places();
    minX = places.read(in);
    maxX = places.read(in);
    minY = heights.read(in);
    maxY = heights.read(in);
    for (int left = in.readCount(2); left > 0; left--) {
      insert(places.read(in), heights.read(in));
    }
  }
}
