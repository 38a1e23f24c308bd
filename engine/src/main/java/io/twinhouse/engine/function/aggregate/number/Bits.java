// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupLongs;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import java.util.Arrays;

/** groupBitOr, groupBitAnd and groupBitXor over integers of any width. */
final class Bits implements Accumulator {

  /** Which bits come together how. */
  enum Operation {
    OR,
    AND,
    XOR
  }

  private final Operation operation;
  private final IntegerType type;
  private final int words;
  private final GroupLongs bits;
  private final LaneInput input;

  Bits(Operation operation, IntegerType type, Reservation memory) {
    this.operation = operation;
    this.type = type;
    words = Math.max(1, type.bits() / 64);
    bits = new GroupLongs(words, operation == Operation.AND ? initial() : 0, memory);
    input = new LaneInput(memory);
  }

  private long initial() {
    return type.bits() <= 64 ? type.wrap(-1) : -1;
  }

  @Override
  public void resize(int groups) {
    bits.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    if (words > 1) {
      long[] values = input.words(arguments[0], words, rows);
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0) {
          fold(groups[row], values, row * words);
        }
      }
      return;
    }
    long[] values = input.longs(arguments[0], rows);
    switch (operation) {
      case OR -> or(values, groups, rows);
      case AND -> and(values, groups, rows);
      case XOR -> xor(values, groups, rows);
    }
  }

  private void or(long[] values, int[] groups, int rows) {
    long[] states = bits.values();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        states[groups[row]] |= values[row];
      }
    }
  }

  private void and(long[] values, int[] groups, int rows) {
    long[] states = bits.values();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        states[groups[row]] &= values[row];
      }
    }
  }

  private void xor(long[] values, int[] groups, int rows) {
    long[] states = bits.values();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        states[groups[row]] ^= values[row];
      }
    }
  }

  private void fold(int group, long[] values, int at) {
    long[] states = bits.values();
    for (int word = 0; word < words; word++) {
      int place = group * words + word;
      long value = values[at + word];
      states[place] =
          switch (operation) {
            case OR -> states[place] | value;
            case AND -> states[place] & value;
            case XOR -> states[place] ^ value;
          };
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    long[] others = ((Bits) other).bits.values();
    for (int group = 0; group < groups; group++) {
      fold(target[group], others, group * words);
    }
  }

  @Override
  public Column results(int from, int count) {
    long[] values = Arrays.copyOfRange(bits.values(), from * words, (from + count) * words);
    return words == 1
        ? LongColumn.of(values, count, null)
        : WideColumn.of(values, words, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    for (int word = 0; word < words; word++) {
      StateBytes.writeBytes(out, bits.values()[group * words + word], Math.min(8, type.bits() / 8));
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    long[] values = new long[words];
    for (int word = 0; word < words; word++) {
      long value = in.readBytes(Math.min(8, type.bits() / 8));
      values[word] = words == 1 ? type.wrap(value) : value;
    }
    fold(group, values, 0);
  }
}
