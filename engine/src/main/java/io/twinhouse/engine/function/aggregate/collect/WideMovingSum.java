// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.memory.Reservation;
import java.math.BigInteger;

/** {@link MovingSum} of decimals and of integers of more than 64 bits, in whole words. */
final class WideMovingSum implements GroupObject<WideMovingSum> {

  private final int words;
  private final long window;
  private final boolean average;
  private final LongList sums;
  private final long[] value;

  /**
   * @param words of 64 bits in a sum
   * @param window values, or 0 for all
   */
  WideMovingSum(int words, long window, boolean average, Reservation memory) {
    this.words = words;
    this.window = window;
    this.average = average;
    sums = new LongList(memory);
    value = new long[words];
  }

  private int size() {
    return sums.size() / words;
  }

  @Override
  public void add(RowInput in, int row) {
    Column column = in.column(0);
    if (column instanceof LongColumn longs) {
      long low = longs.values()[row];
      for (int word = 0; word < words; word++) {
        value[word] = word == 0 ? low : low >> 63;
      }
    } else {
      System.arraycopy(((WideColumn) column).values(), row * words, value, 0, words);
    }
    add(size() - 1);
  }

  /** Adds the value to the sum at an index, -1 for nothing, as the next sum. */
  private void add(int index) {
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long before = index < 0 ? 0 : sums.get(index * words + word);
      long sum = before + value[word];
      long out = Long.compareUnsigned(sum, before) < 0 ? 1 : 0;
      sum += carry;
      out |= carry != 0 && sum == 0 ? 1 : 0;
      sums.add(sum);
      carry = out;
    }
  }

  @Override
  public void merge(WideMovingSum other) {
    int last = size() - 1;
    for (int i = 0; i < other.size(); i++) {
      for (int word = 0; word < words; word++) {
        value[word] = other.sums.get(i * words + word);
      }
      add(last);
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    int size = size();
    long width = window == 0 ? size : window;
    long[] values = sums.values();
    for (int i = 0; i < size; i++) {
      BigInteger sum = BigLane.ofWords(values, i * words, words, false);
      if (i >= width) {
        sum = sum.subtract(BigLane.ofWords(values, (int) (i - width) * words, words, false));
      }
      BigLane.toWords(average ? sum.divide(BigInteger.valueOf(width)) : sum, value, 0, words);
      out.elements().appendWide(value, 0);
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, size());
    for (int i = 0; i < sums.size(); i++) {
      StateBytes.writeLong(out, sums.get(i));
    }
  }

  @Override
  public void read(StateReader in) {
    int size = in.readCount(8 * words);
    for (int i = 0; i < size * words; i++) {
      sums.add(in.readLong());
    }
  }
}
