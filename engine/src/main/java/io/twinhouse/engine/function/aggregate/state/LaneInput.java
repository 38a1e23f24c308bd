// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The lanes of arguments as plain arrays: constants are spread into an array kept for that. */
public final class LaneInput {

  private final Reservation memory;
  private long[] longs = {};
  private double[] doubles = {};

  public LaneInput(Reservation memory) {
    this.memory = memory;
  }

  /** Row i of a LONG column at index i. */
  public long[] longs(Column column, int rows) {
    if (column instanceof ConstantColumn constant) {
      ensureLongs(rows);
      Arrays.fill(longs, 0, rows, ((LongColumn) constant.value()).values()[0]);
      return longs;
    }
    return ((LongColumn) column).values();
  }

  /** Row i of a DOUBLE column at index i. */
  public double[] doubles(Column column, int rows) {
    if (column instanceof ConstantColumn constant) {
      if (doubles.length < rows) {
        memory.grow(8L * (rows - doubles.length));
        doubles = new double[rows];
      }
      Arrays.fill(doubles, 0, rows, ((DoubleColumn) constant.value()).values()[0]);
      return doubles;
    }
    return ((DoubleColumn) column).values();
  }

  /** Row i of a WIDE column from index {@code i * words} on. */
  public long[] words(Column column, int words, int rows) {
    if (column instanceof ConstantColumn constant) {
      ensureLongs(rows * words);
      long[] value = ((WideColumn) constant.value()).values();
      for (int i = 0; i < rows * words; i++) {
        longs[i] = value[i % words];
      }
      return longs;
    }
    return ((WideColumn) column).values();
  }

  private void ensureLongs(int length) {
    if (longs.length < length) {
      memory.grow(8L * (length - longs.length));
      longs = new long[length];
    }
  }
}
