// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.ElementCodec;
import io.twinhouse.engine.function.aggregate.state.GroupedKeys;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/** -Distinct: rows with the same arguments count once in a group. */
final class Distinct extends Wrapped {

  private final List<Type> types;
  private final Reservation memory;
  private final ElementCodec codec;
  private final GroupedKeys keys;
  private final RowNumbers fresh;

  private Distinct(List<Type> types, Accumulator nested, Reservation memory) {
    super(nested);
    this.types = types;
    this.memory = memory;
    codec = ElementCodec.ofArguments(types);
    keys = new GroupedKeys(types, memory);
    fresh = new RowNumbers(memory);
  }

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    if (arguments.isEmpty()) {
      throw Refusals.count("Distinct");
    }
    List<Type> types = arguments.stream().map(Argument::type).toList();
    BoundAggregate bound = nested.bind(parameters, arguments);
    return States.of(
        bound.returnType(), memory -> new Distinct(types, bound.newAccumulator(memory), memory));
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int[] first = fresh.of(rows);
    keys.claim(arguments, groups, rows, first);
    nested.add(arguments, first, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    ((Distinct) other)
        .keys.forEachRun(
            (values, owners, rows) -> {
              int[] mapped = new int[rows];
              for (int row = 0; row < rows; row++) {
                mapped[row] = owners[row] < groups ? target[owners[row]] : -1;
              }
              add(values, mapped, rows);
            });
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    int[] numbers = keys.numbersOf(group);
    ColumnBuilder[] builders = builders();
    for (int number : numbers) {
      Column[] value = keys.values(number, 1);
      for (int i = 0; i < value.length; i++) {
        builders[i].append(value[i], 0);
      }
    }
    Column[] values = built(builders);
    CellHash cells = CellHash.ofArguments(types, values, numbers.length);
    StateBytes.writeVarint(out, numbers.length);
    for (int row : CellOrder.of(cells, 0, numbers.length, memory)) {
      codec.write(values, row, out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    int rows = (int) in.readVarint();
    ColumnBuilder[] builders = builders();
    for (int row = 0; row < rows; row++) {
      codec.read(in, builders);
    }
    Column[] values = built(builders);
    int[] groups = new int[rows];
    Arrays.fill(groups, group);
    add(values, groups, rows);
  }

  private ColumnBuilder[] builders() {
    return types.stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
  }

  private static Column[] built(ColumnBuilder[] builders) {
    return Arrays.stream(builders).map(ColumnBuilder::build).toArray(Column[]::new);
  }
}
