// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A bound call {@code f(lambda, array, ...)} or {@code f(array)}: evaluates the lambda over all
 * elements of a batch at once.
 *
 * @param name of the function
 * @param hasLambda whether the first argument is a lambda
 * @param isUnpacked whether the one array holds tuples that the lambda takes apart
 * @param value type of what the lambda answers; without a lambda that of the elements
 * @param element type of the first array's elements
 */
public record LambdaCall(
    String name, boolean hasLambda, boolean isUnpacked, Type value, Type element) {

  /** Parameter types of a lambda over all arrays behind it. */
  public static List<Type> parameters(CallSite rest, int count) {
    List<Type> elements = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      elements.add(elementOf(rest, i, 2));
    }
    if (elements.size() == 1
        && count > 1
        && elements.get(0) instanceof TupleType tuple
        && tuple.elements().size() == count) {
      return tuple.elements();
    }
    if (elements.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + rest.name() + " needs at least 1 argument with data");
    }
    if (elements.size() != count) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for this overload of "
              + rest.name()
              + " must be a function with "
              + elements.size()
              + " arguments, found one with "
              + count);
    }
    return elements;
  }

  private static Type elementOf(CallSite call, int index, int shift) {
    if (ElementTypes.plain(call.type(index)) instanceof ArrayType array) {
      return array.element();
    }
    throw new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Argument "
            + (index + shift)
            + " of function "
            + call.name()
            + " must be Array. Found "
            + call.type(index).name()
            + " instead.");
  }

  /** A call that must have a lambda. */
  public static LambdaCall required(CallSite call) {
    if (call.size() < 2) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " needs at least 2 arguments, passed " + call.size());
    }
    return of(call);
  }

  /** A call with a lambda, or of an array alone. */
  public static LambdaCall of(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    Argument first = call.argument(0);
    if (!first.isLambda()) {
      if (call.size() > 1) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "First argument for function "
                + call.name()
                + " must be a function. Actual "
                + first.type().name());
      }
      if (!(ElementTypes.plain(first.type()) instanceof ArrayType array)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "The 1st and only argument for function "
                + call.name()
                + " must be array. Found "
                + first.type().name()
                + " instead.");
      }
      return new LambdaCall(call.name(), false, false, array.element(), array.element());
    }
    if (call.size() == 1) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " needs at least 1 argument with data");
    }
    Type element = elementOf(call, 1, 1);
    boolean unpacked = call.size() == 2 && first.parameters() > 1;
    Type value = ElementTypes.decoded(first.type());
    return new LambdaCall(call.name(), true, unpacked, value, element);
  }

  /** Reads the arrays and evaluates the lambda, if there is one. */
  public Elements evaluate(Invocation call) {
    int first = hasLambda ? 1 : 0;
    int rows = call.rows();
    ArrayColumn array = (ArrayColumn) call.flat(first);
    int[] offsets = zeroBased(array.offsets(), rows);
    int total = offsets[rows];
    Column elements = ElementSlices.slice(array.elements(), array.offsets()[0], total);
    if (!hasLambda) {
      return new Elements(rows, offsets, elements, elements);
    }
    List<Column> parameters = new ArrayList<>();
    parameters.add(elements);
    for (int i = 2; i < call.argumentCount(); i++) {
      ArrayColumn other = (ArrayColumn) call.flat(i);
      checkLengths(array, other, rows, i);
      parameters.add(ElementSlices.slice(other.elements(), other.offsets()[0], total));
    }
    if (isUnpacked) {
      TupleColumn tuples = (TupleColumn) elements;
      parameters =
          tuples.elements().stream().map(part -> ElementSlices.slice(part, 0, total)).toList();
    }
    LambdaResults results =
        call.scratch().keep(LambdaResults.class, memory -> new LambdaResults(value, memory));
    Column values =
        results.evaluate(call.lambda(0), parameters.toArray(Column[]::new), offsets, rows);
    return new Elements(rows, offsets, elements, values);
  }

  private static int[] zeroBased(int[] offsets, int rows) {
    int first = offsets[0];
    if (first == 0) {
      return offsets;
    }
    int[] shifted = new int[rows + 1];
    for (int row = 0; row <= rows; row++) {
      shifted[row] = offsets[row] - first;
    }
    return shifted;
  }

  private void checkLengths(ArrayColumn array, ArrayColumn other, int rows, int index) {
    for (int row = 0; row < rows; row++) {
      if (array.length(row) != other.length(row)) {
        throw new TwinhouseException(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "Arrays passed to "
                + name
                + " must have equal size. Argument "
                + (index + 1)
                + " has size "
                + other.length(row)
                + " which differs with the size of another argument, "
                + array.length(row));
      }
    }
  }

  /**
   * Elements of a batch of arrays.
   *
   * @param rows arrays
   * @param offsets row i has elements {@code [offsets[i], offsets[i + 1])}, from 0 on
   * @param first the elements of the first array
   * @param values one a element: what the lambda answered, or the element itself
   */
  public record Elements(int rows, int[] offsets, Column first, Column values) {}
}
