// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.HashMap;
import java.util.Map;

/** quantileBFloat16: over how often each number of sixteen bits comes. */
final class BrainQuantile extends LevelState<BrainQuantile> {

  private static final int ENTRY_BYTES = 64;

  private final boolean weighted;
  private final Reservation memory;
  private final Map<Integer, Long> counts = new HashMap<>();

  BrainQuantile(Levels levels, Type single, boolean weighted, Reservation memory) {
    super(levels, single);
    this.weighted = weighted;
    this.memory = memory;
  }

  @Override
  public void add(RowInput in, int row) {
    float value = (float) in.number(0, row);
    if (!Float.isNaN(value)) {
      add(Float.floatToRawIntBits(value) >>> 16, weighted ? in.word(1, row) : 1);
    }
  }

  private void add(int bits, long weight) {
    if (!counts.containsKey(bits)) {
      memory.grow(ENTRY_BYTES);
    }
    counts.put(bits, counts.getOrDefault(bits, 0L) + weight);
  }

  @Override
  public void merge(BrainQuantile other) {
    other.counts.forEach(this::add);
  }

  private static float value(int bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  private int[] sorted() {
    return counts.keySet().stream()
        .sorted((a, b) -> Float.compare(value(a), value(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  double quantile(double level) {
    int[] keys = sorted();
    if (keys.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int key : keys) {
      sum += counts.getOrDefault(key, 0L);
    }
    double reached = 0;
    for (int key : keys) {
      reached += counts.getOrDefault(key, 0L);
      if (reached >= sum * level) {
        return value(key);
      }
    }
    return value(keys[keys.length - 1]);
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, counts.size());
    for (int key : sorted()) {
      StateBytes.writeBytes(out, key, 2);
      StateBytes.writeLong(out, counts.getOrDefault(key, 0L));
    }
  }

  @Override
  public void read(StateReader in) {
    int size = in.readCount(10);
    for (int i = 0; i < size; i++) {
      int key = (int) in.readBytes(2);
      add(key, in.readLong());
    }
  }
}
