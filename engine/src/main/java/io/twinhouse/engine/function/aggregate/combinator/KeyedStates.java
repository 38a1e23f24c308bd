// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupedKeys;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * States of nested aggregates, one for each key in each group: the group of a nested state is the
 * number of the pair of group and key.
 */
abstract class KeyedStates implements Accumulator {

  private final ValueCodec codec;
  private final Type keyType;
  final GroupedKeys keys;
  final List<Accumulator> nested;

  KeyedStates(Type keyType, List<Accumulator> nested, Reservation memory) {
    this.keyType = keyType;
    this.nested = nested;
    codec = new ValueCodec(keyType, ValueCodec.Form.BINARY);
    keys = new GroupedKeys(List.of(keyType), memory);
  }

  @Override
  public final void resize(int groups) {}

  /** The numbers of the keys of {@code rows} rows of groups that are not negative. */
  final int[] numbers(Column key, int[] groups, int rows) {
    int[] numbers = keys.insert(new Column[] {key}, groups, rows);
    nested.forEach(states -> states.resize(keys.size()));
    return numbers;
  }

  @Override
  public final void merge(Accumulator other, int[] target, int groups) {
    KeyedStates states = (KeyedStates) other;
    int[] mapped = new int[states.keys.size()];
    int[] end = {0};
    states.keys.forEachRun(
        (values, owners, rows) -> {
          int[] here = new int[rows];
          for (int row = 0; row < rows; row++) {
            here[row] = target[owners[row]];
          }
          System.arraycopy(numbers(values[0], here, rows), 0, mapped, end[0], rows);
          end[0] += rows;
        });
    for (int i = 0; i < nested.size(); i++) {
      nested.get(i).merge(states.nested.get(i), mapped, mapped.length);
    }
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    int[] numbers = ordered(keys.numbersOf(group));
    StateBytes.writeVarint(out, numbers.length);
    for (int number : numbers) {
      codec.write(keys.values(number, 1)[0], 0, out);
      for (Accumulator states : nested) {
        states.writeState(number, out);
      }
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    for (long left = in.readVarint(); left > 0; left--) {
      ColumnBuilder key = ColumnBuilder.of(keyType);
      codec.read(in, key);
      int number = numbers(key.build(), new int[] {group}, 1)[0];
      for (Accumulator states : nested) {
        states.mergeState(number, in);
      }
    }
  }

  /** The numbers of keys in the order in which their states are written. */
  int[] ordered(int[] numbers) {
    return numbers;
  }
}
