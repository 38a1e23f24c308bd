// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array and a number: the operator is applied to each element. */
final class ArrayArithmetic {

  private ArrayArithmetic() {}

  /**
   * An operator where an array takes part.
   *
   * @return null when neither argument is an array
   */
  static @Nullable BoundFunction operator(CallSite call, String operator) {
    boolean left = call.base(0) instanceof ArrayType;
    boolean right = call.base(1) instanceof ArrayType;
    if (!left && !right) {
      return null;
    }
    boolean scales =
        switch (operator) {
          case "multiply", "divide", "modulo", "positiveModulo", "intDiv", "intDivOrZero" -> true;
          default -> false;
        };
    if (left && right && !scales) {
      throw call.notImplemented(call.type(0).name() + " and " + call.type(1).name());
    }
    if (left == right || !scales) {
      throw call.illegal();
    }
    return scaled(call, operator, left ? 0 : 1);
  }

  private static BoundFunction scaled(CallSite call, String operator, int arrayIndex) {
    Type number = call.type(1 - arrayIndex);
    Type element = ElementTypes.plain(ElementTypes.ofArray(call, arrayIndex));
    boolean known = NumberTypes.isNumber(number.base());
    if (!known || element.isNullable() || element instanceof NothingType) {
      throw call.illegal();
    }
    Argument[] arguments = new Argument[2];
    arguments[arrayIndex] = new Argument(element, null);
    arguments[1 - arrayIndex] = call.argument(1 - arrayIndex);
    BoundFunction each =
        FunctionRegistry.standard().bindScalar(operator, List.of(arguments), call.context());
    return Bound.of(
        new ArrayType(each.returnType()), invocation -> scale(invocation, each, arrayIndex));
  }

  /** Repeats each row's number for its elements, and computes all of them at once. */
  private static Column scale(Invocation call, BoundFunction each, int arrayIndex) {
    ArrayColumn arrays = (ArrayColumn) call.flat(arrayIndex);
    int first = arrays.offsets()[0];
    int[] offsets = new int[call.rows() + 1];
    for (int row = 0; row < call.rows(); row++) {
      offsets[row + 1] = arrays.offsets()[row + 1] - first;
    }
    int count = offsets[call.rows()];
    int[] places = new int[count];
    int[] outer = new int[count];
    for (int row = 0; row < call.rows(); row++) {
      for (int i = offsets[row]; i < offsets[row + 1]; i++) {
        places[i] = first + i;
        outer[i] = row;
      }
    }
    Column[] arguments = new Column[2];
    arguments[arrayIndex] = arrays.elements().flatten().gather(places, count);
    arguments[1 - arrayIndex] = call.argument(1 - arrayIndex).gather(outer, count);
    Scratch scratch = call.scratch().keep(Scratch.class, Scratch::new);
    Column values = each.evaluate(new ColumnInvocation(arguments, count, scratch));
    return ArrayColumn.of(offsets, values.flatten(), call.rows());
  }
}
