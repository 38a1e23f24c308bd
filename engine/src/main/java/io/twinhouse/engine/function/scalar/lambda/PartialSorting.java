// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.PartialSort;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementSort;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * arrayPartialSort and its reverse: the first elements in order, the others as the server's
 * selection leaves them.
 */
final class PartialSorting {

  private PartialSorting() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: partial sorting")
        .addHigherOrder("arrayPartialSort", PartialSorting::parameters, call -> sort(call, false))
        .addHigherOrder(
            "arrayPartialReverseSort", PartialSorting::parameters, call -> sort(call, true))
        .addHigherOrder("mapPartialSort", PartialSorting::entry, call -> sortMap(call, false))
        .addHigherOrder(
            "mapPartialReverseSort", PartialSorting::entry, call -> sortMap(call, true));
  }

  private static MapType mapAt(CallSite call, int index) {
    if (call.type(index) instanceof MapType map) {
      return map;
    }
    throw call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Function " + call.name() + " requires at least one argument of type Map");
  }

  private static List<Type> entry(CallSite rest, int count) {
    MapType map = mapAt(rest.arity(2), 1);
    if (count == 1) {
      throw rest.notImplemented("a lambda of one parameter; write (k, v) -> ...");
    }
    return List.of(map.key(), map.value());
  }

  /** By what the lambda makes of keys and values, or by both. */
  private static BoundFunction sortMap(CallSite call, boolean reverse) {
    boolean byLambda = call.size() > 0 && call.argument(0).isLambda();
    int limitAt = byLambda ? 1 : 0;
    call.arity(limitAt + 2);
    MapType map = mapAt(call, limitAt + 1);
    Type key = byLambda ? ElementTypes.decoded(call.type(0)) : map.entry();
    LambdaCall lambda = new LambdaCall(call.name(), byLambda, byLambda, key, map.entry());
    return bind(call, limitAt, lambda, map, reverse);
  }

  private static List<Type> parameters(CallSite rest, int count) {
    return LambdaCall.parameters(without(rest, 0), count);
  }

  static CallSite without(CallSite call, int index) {
    if (call.size() <= index) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " needs a limit and an array");
    }
    List<Argument> others = new ArrayList<>(call.arguments());
    others.remove(index);
    return new CallSite(call.name(), others, call.context());
  }

  private static BoundFunction sort(CallSite call, boolean reverse) {
    call.arity(2, Integer.MAX_VALUE);
    int limitAt = call.argument(0).isLambda() ? 1 : 0;
    LambdaCall lambda = LambdaCall.of(without(call, limitAt));
    return bind(call, limitAt, lambda, new ArrayType(lambda.element()), reverse);
  }

  private static BoundFunction bind(
      CallSite call, int limitAt, LambdaCall lambda, Type result, boolean reverse) {
    Type limit = call.type(limitAt);
    if (limit.base() instanceof NothingType) {
      throw call.notImplemented("NULL as the limit");
    }
    if (!(limit instanceof IntegerType) || limit.lane() != Lane.LONG) {
      throw call.illegal(limitAt);
    }
    ValueOrder.requireKnown(lambda.value());
    ElementSort full = ElementSort.of(lambda.value(), reverse);
    ValueOrder order = reverse ? ValueOrder.reverse(lambda.value()) : ValueOrder.of(lambda.value());
    return Bound.of(
        result,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(new Rest(invocation, limitAt));
          Column limits = invocation.argument(limitAt);
          LongLane wanted = LongLane.of(limits);
          boolean unlimited = limits instanceof ConstantColumn && wanted.at(0) == 0;
          return unlimited
              ? full.sorted(invocation, elements, elements.values(), lambda.element())
              : sorted(invocation, elements, order, wanted, lambda.element());
        });
  }

  private static Column sorted(
      Invocation call,
      LambdaCall.Elements elements,
      ValueOrder order,
      LongLane wanted,
      Type elementType) {
    Column keys = elements.values();
    int[] offsets = elements.offsets();
    ElementPicks picks = ElementPicks.of(call, elementType, offsets[elements.rows()]);
    for (int row = 0; row < elements.rows(); row++) {
      int[] places = new int[offsets[row + 1] - offsets[row]];
      for (int i = 0; i < places.length; i++) {
        places[i] = offsets[row] + i;
      }
      long limit = wanted.at(row);
      boolean all = limit <= 0 || limit > places.length;
      new PartialSort(places, (a, b) -> order.compare(keys, a, keys, b) < 0)
          .sortFirst(all ? places.length : (int) limit);
      for (int place : places) {
        picks.add(place);
      }
      picks.endRow();
    }
    return picks.column(elements.first());
  }

  /** A call without one of its arguments. */
  record Rest(Invocation call, int without) implements Invocation {

    private int at(int index) {
      return index < without ? index : index + 1;
    }

    @Override
    public int rows() {
      return call.rows();
    }

    @Override
    public int argumentCount() {
      return call.argumentCount() - 1;
    }

    @Override
    public Column argument(int index) {
      return call.argument(at(index));
    }

    @Override
    public LambdaBody lambda(int index) {
      return call.lambda(at(index));
    }

    @Override
    public Scratch scratch() {
      return call.scratch();
    }
  }
}
