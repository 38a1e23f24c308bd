// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongSet;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** uniqHLL12: sixteen values as they are, then HyperLogLog of 4,096 cells. */
final class LogLogCount implements GroupObject<LogLogCount> {

  private static final int SMALL = 16;
  private static final int PRECISION = 12;

  private final LogLogKeys keys;
  private final Reservation memory;
  private final LongSet small;
  private @Nullable LogLogSketch sketch;

  LogLogCount(LogLogKeys keys, Reservation memory) {
    this.keys = keys;
    this.memory = memory;
    small = new LongSet(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    add(keys.of(in, row));
  }

  private void add(long key) {
    if (sketch == null && small.size() < SMALL) {
      small.add(key);
    } else if (sketch != null || !small.contains(key)) {
      (sketch == null ? spread() : sketch).add(keys.place(key));
    }
  }

  private LogLogSketch spread() {
    LogLogSketch made = new LogLogSketch(PRECISION, Integer.SIZE, memory);
    for (int i = 0; i < small.size(); i++) {
      made.add(keys.place(small.get(i)));
    }
    sketch = made;
    return made;
  }

  @Override
  public void merge(LogLogCount other) {
    if (other.sketch != null) {
      (sketch == null ? spread() : sketch).merge(other.sketch);
      return;
    }
    for (int i = 0; i < other.small.size(); i++) {
      add(other.small.get(i));
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(sketch == null ? small.size() : estimate(sketch));
  }

  private static long estimate(LogLogSketch filled) {
    double raw = filled.raw();
    return (long) ((raw <= 2.5 * filled.cells() ? filled.linear(raw) : raw) + 0.5);
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(sketch == null ? 0 : 1);
    if (sketch != null) {
      sketch.write(out);
      return;
    }
    out.write(small.size());
    for (int i = 0; i < small.size(); i++) {
      keys.write(small.get(i), out);
    }
  }

  @Override
  public void read(StateReader in) {
    if (in.readByte() != 0) {
      (sketch == null ? spread() : sketch).read(in);
      return;
    }
    int size = in.readCount(keys.width());
    for (int i = 0; i < size; i++) {
      add(keys.read(in));
    }
  }
}
