// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** -Array: every element of the arguments, which are arrays of equal length, is a row. */
final class Unnested extends Wrapped {

  private final RowNumbers places;

  private Unnested(Accumulator nested, Reservation memory) {
    super(nested);
    places = new RowNumbers(memory);
  }

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    if (arguments.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Array aggregate functions require at least one argument");
    }
    List<Argument> elements = new ArrayList<>();
    for (Argument argument : arguments) {
      if (!(argument.type() instanceof ArrayType array)) {
        throw Refusals.type(
            argument.type(), "argument for aggregate function with Array suffix. Must be array");
      }
      elements.add(Argument.of(array.element()));
    }
    BoundAggregate bound = nested.bind(parameters, elements);
    return new OfElements(
        States.of(
            bound.returnType(), memory -> new Unnested(bound.newAccumulator(memory), memory)));
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    add(arguments, groups, rows, RowPass.EACH);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    ArrayColumn first = (ArrayColumn) arguments[0].flatten();
    int[] offsets = first.offsets();
    int start = offsets[0];
    int total = offsets[rows] - start;
    Column[] elements = new Column[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      ArrayColumn array = i == 0 ? first : (ArrayColumn) arguments[i].flatten();
      checkLengths(offsets, array.offsets(), groups, rows);
      elements[i] = elements(array, offsets, groups, rows);
    }
    int[] groupOf = new int[total];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(groupOf, offsets[row] - start, offsets[row + 1] - start, groups[row]);
    }
    nested.add(elements, groupOf, total, pass);
  }

  private static void checkLengths(int[] first, int[] offsets, int[] groups, int rows) {
    for (int row = 0; row < rows; row++) {
      int difference = first[row + 1] - first[row] - offsets[row + 1] + offsets[row];
      if (groups[row] >= 0 && difference != 0) {
        throw new TwinhouseException(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "Lengths of all arrays passed to aggregate function must be equal");
      }
    }
  }

  /** The elements of the array in the places that {@code offsets} gives them. */
  private Column elements(ArrayColumn array, int[] offsets, int[] groups, int rows) {
    if (array.offsets() == offsets && offsets[0] == 0) {
      return array.elements();
    }
    int total = offsets[rows] - offsets[0];
    if (array.elements().size() == 0) {
      return array.elements();
    }
    int[] chosen = places.of(total);
    int end = 0;
    for (int row = 0; row < rows; row++) {
      for (int e = 0; e < offsets[row + 1] - offsets[row]; e++) {
        chosen[end++] = groups[row] < 0 ? 0 : array.offsets()[row] + e;
      }
    }
    return array.elements().gather(chosen, total);
  }
}
