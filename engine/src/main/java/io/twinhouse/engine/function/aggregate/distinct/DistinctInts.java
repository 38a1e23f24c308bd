// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** uniqExact of numbers of up to 32 bits. */
final class DistinctInts implements Accumulator {

  private final int width;
  private final boolean isFloat;
  private final IntSets sets;
  private final LaneInput input;
  private final RowNumbers keys;

  /**
   * @param width bytes a value
   * @param isFloat whether values are Float32, or BFloat16 in two bytes
   */
  DistinctInts(int width, boolean isFloat, Reservation memory) {
    this.width = width;
    this.isFloat = isFloat;
    sets = new IntSets(memory);
    input = new LaneInput(memory);
    keys = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {
    sets.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int[] codes = keys.of(rows);
    if (isFloat) {
      double[] values = input.doubles(arguments[0], rows);
      for (int row = 0; row < rows; row++) {
        int bits = Float.floatToRawIntBits((float) values[row]);
        codes[row] = bits >>> Integer.SIZE - 8 * width;
      }
    } else {
      long[] values = input.longs(arguments[0], rows);
      int mask = width == 4 ? -1 : (1 << 8 * width) - 1;
      for (int row = 0; row < rows; row++) {
        codes[row] = (int) values[row] & mask;
      }
    }
    sets.add(codes, groups, rows, universe());
  }

  private int universe() {
    return width == 4 ? 0 : 1 << 8 * width;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    for (int group = 0; group < groups; group++) {
      sets.addAll(((DistinctInts) other).sets, group, target[group], universe());
    }
  }

  @Override
  public Column results(int from, int count) {
    long[] sizes = new long[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = sets.size(from + i);
    }
    return LongColumn.of(sizes, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    StateBytes.writeVarint(out, sets.size(group));
    sets.forEach(group, value -> StateBytes.writeBytes(out, value, width));
  }

  @Override
  public void mergeState(int group, StateReader in) {
    for (long left = in.readVarint(); left > 0; left--) {
      sets.add((int) in.readBytes(width), group, universe());
    }
  }
}
