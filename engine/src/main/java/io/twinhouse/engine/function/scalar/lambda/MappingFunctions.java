// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** arrayMap and arrayFold. */
final class MappingFunctions {

  private MappingFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: mapping")
        .addHigherOrder("arrayMap", LambdaCall::parameters, MappingFunctions::map)
        .addHigherOrder("arrayFold", MappingFunctions::foldParameters, MappingFunctions::fold);
  }

  private static BoundFunction map(CallSite call) {
    LambdaCall lambda = LambdaCall.required(call);
    return Bound.of(
        new ArrayType(lambda.value()),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          return ArrayColumn.of(elements.offsets(), elements.values(), elements.rows());
        });
  }

  private static List<Type> foldParameters(CallSite rest, int count) {
    rest.arity(2, Integer.MAX_VALUE);
    List<Type> types = new ArrayList<>();
    types.add(ElementTypes.decoded(rest.type(rest.size() - 1)));
    for (int i = 0; i < rest.size() - 1; i++) {
      types.add(ElementTypes.ofArray(rest, i));
    }
    return types;
  }

  private static BoundFunction fold(CallSite call) {
    if (call.size() < 3) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Function arrayFold requires as arguments a lambda function, at least one array and an"
              + " accumulator");
    }
    if (!call.argument(0).isLambda()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function arrayFold must be a function");
    }
    Type state = ElementTypes.decoded(call.type(call.size() - 1));
    Type value = ElementTypes.decoded(call.type(0));
    if (!state.equals(value)) {
      throw call.refuse(
          ErrorCode.TYPE_MISMATCH,
          "Return type of lambda function must be the same as the accumulator type, inferred"
              + " return type of lambda: "
              + value.name()
              + ", inferred type of accumulator: "
              + state.name());
    }
    List<Type> elements = new ArrayList<>();
    for (int i = 1; i < call.size() - 1; i++) {
      elements.add(ElementTypes.ofArray(call, i));
    }
    return Bound.of(state, invocation -> fold(call, invocation, state, elements));
  }

  /** One state a row, and the elements of one step. */
  private record Fold(ColumnBuffer[] states, List<ColumnBuffer> parameters) {
    static Fold of(Type state, List<Type> elements, Reservation memory) {
      return new Fold(
          new ColumnBuffer[] {ColumnBuffer.of(state, memory), ColumnBuffer.of(state, memory)},
          elements.stream().map(type -> ColumnBuffer.of(type, memory)).toList());
    }
  }

  /** Takes step i of all rows that are as long at once. */
  private static Column fold(CallSite site, Invocation call, Type state, List<Type> elements) {
    int rows = call.rows();
    Fold fold = call.scratch().keep(Fold.class, memory -> Fold.of(state, elements, memory));
    List<ArrayLane> lanes = new ArrayList<>();
    int steps = 0;
    for (int i = 0; i < elements.size(); i++) {
      ArrayLane lane = ArrayLane.of(call.argument(i + 1));
      lanes.add(lane);
      for (int row = 0; row < rows; row++) {
        steps = Math.max(steps, lane.length(row));
        if (lane.length(row) != lanes.get(0).length(row)) {
          throw site.refuse(
              ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
              "arrays passed to " + site.name() + " must have equal size");
        }
      }
    }
    Column states = call.flat(call.argumentCount() - 1);
    for (int step = 0; step < steps; step++) {
      states = step(call, fold, lanes, states, step);
    }
    return states;
  }

  private static Column step(
      Invocation call, Fold fold, List<ArrayLane> lanes, Column states, int step) {
    int rows = call.rows();
    int[] active = new int[rows];
    int[] place = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      place[row] = -1;
      if (lanes.get(0).length(row) > step) {
        place[row] = count;
        active[count++] = row;
      }
    }
    Column[] parameters = new Column[lanes.size() + 1];
    parameters[0] = states.gather(active, count);
    for (int i = 0; i < lanes.size(); i++) {
      ColumnBuffer buffer = fold.parameters().get(i);
      buffer.reset();
      for (int k = 0; k < count; k++) {
        buffer.append(lanes.get(i).elements(), lanes.get(i).start(active[k]) + step, 1);
      }
      parameters[i + 1] = buffer.column();
    }
    Column answers = call.lambda(0).apply(parameters, count, active);
    ColumnBuffer next = fold.states()[step % 2];
    next.reset();
    for (int row = 0; row < rows; row++) {
      boolean done = place[row] < 0;
      next.append(done ? states : answers, done ? row : place[row], 1);
    }
    return next.column();
  }
}
