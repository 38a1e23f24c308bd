// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * quantileBFloat16: over how often each number of sixteen bits comes. The two zeros are equal and
 * apart: the one in front in the server's table is the lesser one.
 */
final class BrainQuantile extends LevelState<BrainQuantile> {

  private static final int ENTRY_BYTES = 64;
  private static final int NEGATIVE_ZERO = 0x8000;

  /** The server's sorting keeps the order of so few equal values. */
  private static final int SORTED_STABLY = 16;

  private final boolean weighted;
  private final Reservation memory;
  private final Map<Integer, Long> counts = new LinkedHashMap<>();

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

  /** The numbers as they stand in the server's table. */
  private int[] keys() {
    int[] keys = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] order = CellOrder.of(new BitCells(keys), 0, keys.length, memory);
    return Arrays.stream(order).map(cell -> keys[cell]).toArray();
  }

  private int[] sorted() {
    int[] keys = keys();
    boolean zeros = counts.containsKey(0) && counts.containsKey(NEGATIVE_ZERO);
    if (zeros && keys.length > SORTED_STABLY) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "quantileBFloat16 is not implemented for 0 and -0 among more than "
              + SORTED_STABLY
              + " different values");
    }
    return Arrays.stream(keys)
        .boxed()
        .sorted(Comparator.comparingDouble(bits -> value(bits) + 0.0))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Numbers of sixteen bits stand where their bits say. */
  private record BitCells(int[] keys) implements CellHash {
    @Override
    public long at(int row) {
      return keys[row];
    }

    @Override
    public boolean isZero(int row) {
      return keys[row] == 0;
    }

    @Override
    public int degree() {
      return LARGE;
    }
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
    for (int key : keys()) {
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
