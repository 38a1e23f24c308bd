// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupLongs;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** sum in 128 or 256 bits, wrapping: of wide integers, and of decimals of any width. */
final class WideSum implements Accumulator {

  private final GroupLongs sums;
  private final LaneInput input;
  private final int words;
  private final long[] addend;

  WideSum(int words, Reservation memory) {
    this.words = words;
    sums = new GroupLongs(words, 0, memory);
    input = new LaneInput(memory);
    addend = new long[words];
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    Column column = arguments[0];
    Column flat = column instanceof ConstantColumn constant ? constant.value() : column;
    if (flat instanceof LongColumn) {
      addLongs(input.longs(column, rows), groups, rows);
    } else {
      addWide(input.words(column, words, rows), groups, rows);
    }
  }

  private void addLongs(long[] values, int[] groups, int rows) {
    long[] totals = sums.values();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        add(totals, groups[row] * words, values[row]);
      }
    }
  }

  private void add(long[] totals, int base, long value) {
    long low = totals[base] + value;
    long carry = Long.compareUnsigned(low, value) < 0 ? 1 : 0;
    totals[base] = low;
    for (int word = 1; word < words; word++) {
      // The sign goes through all words: -1 and a carry cancel out.
      long before = totals[base + word];
      long high = before + (value >> 63) + carry;
      totals[base + word] = high;
      carry = value < 0 ? (carry == 1 || before != 0 ? 1 : 0) : (carry == 1 && high == 0 ? 1 : 0);
    }
  }

  private void addWide(long[] values, int[] groups, int rows) {
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        add(groups[row], values, row * words);
      }
    }
  }

  private void add(int group, long[] values, int at) {
    long[] totals = sums.values();
    int base = group * words;
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long sum = totals[base + word] + values[at + word];
      long out = Long.compareUnsigned(sum, values[at + word]) < 0 ? 1 : 0;
      sum += carry;
      out |= carry != 0 && sum == 0 ? 1 : 0;
      totals[base + word] = sum;
      carry = out;
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    long[] others = ((WideSum) other).sums.values();
    for (int group = 0; group < groups; group++) {
      add(target[group], others, group * words);
    }
  }

  @Override
  public Column results(int from, int count) {
    long[] values = Arrays.copyOfRange(sums.values(), from * words, (from + count) * words);
    return WideColumn.of(values, words, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    for (int word = 0; word < words; word++) {
      StateBytes.writeLong(out, sums.values()[group * words + word]);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    for (int word = 0; word < words; word++) {
      addend[word] = in.readLong();
    }
    add(group, addend, 0);
  }
}
