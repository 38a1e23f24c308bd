// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementSort;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.function.nested.Verdicts;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Lambdas over the entries of maps. */
final class MapLambdas {

  private MapLambdas() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps: lambdas")
        .addHigherOrder("mapApply", MapLambdas::parameters, MapLambdas::apply)
        .addHigherOrder("mapFilter", MapLambdas::parameters, MapLambdas::filter)
        .addHigherOrder("mapExists", MapLambdas::parameters, call -> quantified(call, true))
        .addHigherOrder("mapAll", MapLambdas::parameters, call -> quantified(call, false))
        .addHigherOrder("mapSort", MapLambdas::parameters, call -> sort(call, false))
        .addHigherOrder("mapReverseSort", MapLambdas::parameters, call -> sort(call, true));
  }

  private static List<Type> parameters(CallSite rest, int count) {
    MapType map = MapParts.mapAt(rest.arity(1), 0);
    if (count == 1) {
      throw rest.notImplemented("a lambda of one parameter; write (k, v) -> ...");
    }
    return List.of(map.key(), map.value());
  }

  private static LambdaCall lambda(CallSite call) {
    call.arity(2);
    if (!call.argument(0).isLambda()) {
      throw call.illegal(0);
    }
    MapType map = MapParts.mapAt(call, 1);
    Type value = ElementTypes.decoded(call.type(0));
    return new LambdaCall(call.name(), true, true, value, map.entry());
  }

  private static LambdaCall condition(CallSite call) {
    LambdaCall lambda = lambda(call);
    Type base = lambda.value().base();
    if (!base.equals(IntegerType.UINT8)
        && !ElementTypes.isNothing(base)
        && !base.equals(io.twinhouse.engine.type.BoolType.INSTANCE)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Expression for function "
              + call.name()
              + " must return UInt8 or Nullable(UInt8), found "
              + lambda.value().name());
    }
    return lambda;
  }

  private static BoundFunction apply(CallSite call) {
    LambdaCall lambda = lambda(call);
    if (!(lambda.value() instanceof TupleType pair) || pair.elements().size() != 2) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Expected Array(Tuple(key, value)) type, got Array(" + lambda.value().name() + ")");
    }
    MapType type = new MapType(pair.elements().get(0), pair.elements().get(1));
    return Bound.of(
        type,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          int total = elements.offsets()[elements.rows()];
          TupleColumn entries = (TupleColumn) elements.values().flatten();
          return ArrayColumn.of(
              elements.offsets(), TupleColumn.of(entries.elements(), total), elements.rows());
        });
  }

  private static BoundFunction filter(CallSite call) {
    LambdaCall lambda = condition(call);
    return Bound.of(
        call.type(1),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Verdicts kept = Verdicts.of(elements.values());
          ElementPicks picks = ElementPicks.of(invocation, lambda.element(), 0);
          for (int row = 0; row < elements.rows(); row++) {
            for (int e = elements.offsets()[row]; e < elements.offsets()[row + 1]; e++) {
              if (kept.at(e)) {
                picks.add(e);
              }
            }
            picks.endRow();
          }
          return picks.column(elements.first());
        });
  }

  private static BoundFunction quantified(CallSite call, boolean exists) {
    LambdaCall lambda = condition(call);
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Verdicts verdicts = Verdicts.of(elements.values());
          long[] answers = invocation.scratch().longs(elements.rows());
          for (int row = 0; row < elements.rows(); row++) {
            boolean found = false;
            for (int e = elements.offsets()[row]; e < elements.offsets()[row + 1]; e++) {
              found |= verdicts.at(e) == exists;
            }
            answers[row] = found == exists ? 1 : 0;
          }
          return LongColumn.of(answers, elements.rows(), null);
        });
  }

  private static BoundFunction sort(CallSite call, boolean reverse) {
    if (call.argument(0).isLambda()) {
      LambdaCall lambda = lambda(call);
      ElementSort sort = ElementSort.of(lambda.value(), reverse);
      return Bound.of(
          call.type(1),
          invocation -> {
            LambdaCall.Elements elements = lambda.evaluate(invocation);
            return sort.sorted(invocation, elements, elements.values(), lambda.element());
          });
    }
    MapType map = MapParts.mapAt(call.arity(1), 0);
    LambdaCall entries = new LambdaCall(call.name(), false, false, map.entry(), map.entry());
    // A key may come twice: then the values settle the order.
    ElementSort sort = ElementSort.of(map.entry(), reverse);
    return Bound.total(call.type(0), invocation -> sorted(invocation, entries, sort));
  }

  private static Column sorted(Invocation call, LambdaCall entries, ElementSort sort) {
    LambdaCall.Elements elements = entries.evaluate(call);
    return sort.sorted(call, elements, elements.first(), entries.element());
  }
}
