// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import java.util.ArrayList;
import java.util.List;

/** -ForEach: the elements at each position of the arrays, apart. */
final class ForEach extends KeyedStates {

  private final String name;

  private ForEach(String name, Accumulator nested, Reservation memory) {
    super(IntegerType.UINT32, List.of(nested), memory);
    this.name = name;
  }

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    List<Argument> elements = new ArrayList<>();
    for (Argument argument : arguments) {
      if (!(argument.type() instanceof ArrayType array)) {
        throw Refusals.type(
            argument.type(), "argument for aggregate function with ForEach suffix. Must be array");
      }
      elements.add(Argument.of(array.element()));
    }
    if (elements.isEmpty()) {
      throw Refusals.count("ForEach");
    }
    refuseReordered(nested, elements);
    BoundAggregate bound = nested.bind(parameters, elements);
    String name = nested.name() + "ForEach";
    return States.of(
        new ArrayType(bound.returnType()),
        memory -> new ForEach(name, bound.newAccumulator(memory), memory));
  }

  /**
   * Where an array is longer than those before the server merges all states so far into new ones,
   * which puts the values of sets in another order and draws samples anew.
   */
  private static void refuseReordered(Nested nested, List<Argument> elements) {
    String name = nested.canonicalName();
    boolean counts = name.startsWith("count") || name.startsWith("uniq");
    boolean sums = name.startsWith("sum") && elements.get(0).type().lane() != Lane.DOUBLE;
    boolean ordered = !counts && !sums && !name.startsWith("min") && !name.startsWith("max");
    if (name.startsWith("groupArraySample") || ordered && name.contains("Distinct")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Aggregate function " + nested.name() + "ForEach is not implemented; use arrayJoin");
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    ArrayColumn[] arrays = new ArrayColumn[arguments.length];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = (ArrayColumn) arguments[i].flatten();
      checkLengths(arrays[0], arrays[i], groups, rows);
    }
    int total = 0;
    for (int row = 0; row < rows; row++) {
      total += groups[row] < 0 ? 0 : arrays[0].length(row);
    }
    int[] owners = new int[total];
    long[] places = new long[total];
    int end = 0;
    for (int row = 0; row < rows; row++) {
      for (int e = 0; groups[row] >= 0 && e < arrays[0].length(row); e++) {
        owners[end] = groups[row];
        places[end++] = e;
      }
    }
    int[] numbers = numbers(LongColumn.of(places, total, null), owners, total);
    Column[] elements = new Column[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      elements[i] = ArrayElements.of(arrays[i], groups, rows, total);
    }
    nested.get(0).add(elements, numbers, total);
  }

  private void checkLengths(ArrayColumn first, ArrayColumn other, int[] groups, int rows) {
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0 && first.length(row) != other.length(row)) {
        throw new TwinhouseException(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "Arrays passed to " + name + " aggregate function have different sizes");
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    int[] offsets = new int[count + 1];
    int[][] numbers = new int[count][];
    for (int i = 0; i < count; i++) {
      // Positions get their numbers in ascending order.
      numbers[i] = keys.numbersOf(from + i);
      offsets[i + 1] = offsets[i] + numbers[i].length;
    }
    int[] order = ArrayElements.concat(numbers, offsets[count]);
    Column all = nested.get(0).results(0, keys.size());
    return ArrayColumn.of(offsets, all.gather(order, order.length), count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    int[] numbers = keys.numbersOf(group);
    StateBytes.writeLong(out, numbers.length);
    for (int number : numbers) {
      nested.get(0).writeState(number, out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    long count = in.readLong();
    for (long place = 0; place < count; place++) {
      int number = numbers(LongColumn.of(place), new int[] {group}, 1)[0];
      nested.get(0).mergeState(number, in);
    }
  }
}
