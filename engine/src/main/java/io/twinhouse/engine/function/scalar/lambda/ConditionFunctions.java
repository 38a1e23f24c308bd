// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.GatheredElements;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.function.nested.Verdicts;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Elements for which a condition holds: kept, found, counted. */
final class ConditionFunctions {

  private ConditionFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: conditions")
        .addHigherOrder("arrayFilter", LambdaCall::parameters, ConditionFunctions::filter)
        .addHigherOrder("arrayExists", LambdaCall::parameters, call -> quantified(call, true))
        .addHigherOrder("arrayAll", LambdaCall::parameters, call -> quantified(call, false))
        .addHigherOrder("arrayCount", LambdaCall::parameters, ConditionFunctions::count)
        .addHigherOrder("arrayFirst", LambdaCall::parameters, call -> element(call, true, false))
        .addHigherOrder(
            "arrayFirstOrNull", LambdaCall::parameters, call -> element(call, true, true))
        .addHigherOrder("arrayLast", LambdaCall::parameters, call -> element(call, false, false))
        .addHigherOrder(
            "arrayLastOrNull", LambdaCall::parameters, call -> element(call, false, true))
        .addHigherOrder("arrayFirstIndex", LambdaCall::parameters, call -> index(call, true))
        .addHigherOrder("arrayLastIndex", LambdaCall::parameters, call -> index(call, false));
  }

  static LambdaCall required(CallSite call) {
    return checked(call, LambdaCall.required(call));
  }

  private static LambdaCall optional(CallSite call) {
    return checked(call, LambdaCall.of(call));
  }

  private static LambdaCall checked(CallSite call, LambdaCall lambda) {
    Type base = lambda.value().base();
    boolean isCondition = base.equals(IntegerType.UINT8) || base instanceof BoolType;
    if (lambda.hasLambda()) {
      if (!isCondition && !ElementTypes.isNothing(base)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Expression for function "
                + call.name()
                + " must return UInt8 or Nullable(UInt8), found "
                + lambda.value().name());
      }
    } else if (!isCondition || lambda.value().isNullable()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The 1st and only argument for function "
              + call.name()
              + " must be array of UInt8. Found "
              + call.type(0).name()
              + " instead");
    }
    return lambda;
  }

  private static BoundFunction filter(CallSite call) {
    LambdaCall lambda = required(call);
    return Bound.of(
        new ArrayType(lambda.element()),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          int[] offsets = elements.offsets();
          Verdicts verdicts = Verdicts.of(elements.values());
          ElementPicks picks =
              ElementPicks.of(invocation, lambda.element(), offsets[elements.rows()]);
          for (int row = 0; row < elements.rows(); row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
              if (verdicts.at(e)) {
                picks.add(e);
              }
            }
            picks.endRow();
          }
          return picks.column(elements.first());
        });
  }

  /** Whether the condition holds for one element, or fails for none. */
  private static BoundFunction quantified(CallSite call, boolean exists) {
    LambdaCall lambda = optional(call);
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          int[] found = find(invocation, elements, exists, true);
          long[] answers = invocation.scratch().longs(elements.rows());
          for (int row = 0; row < elements.rows(); row++) {
            answers[row] = found[row] >= 0 == exists ? 1 : 0;
          }
          return LongColumn.of(answers, elements.rows(), null);
        });
  }

  /** For each row the first or last element whose verdict is {@code wanted}, or -1. */
  private static int[] find(
      Invocation call, LambdaCall.Elements elements, boolean wanted, boolean first) {
    Verdicts verdicts = Verdicts.of(elements.values());
    int[] offsets = elements.offsets();
    int[] found = call.scratch().ints(elements.rows());
    for (int row = 0; row < elements.rows(); row++) {
      int from = offsets[row];
      int to = offsets[row + 1];
      found[row] = GatheredElements.NONE;
      for (int i = 0; i < to - from; i++) {
        int e = first ? from + i : to - 1 - i;
        if (verdicts.at(e) == wanted) {
          found[row] = e;
          break;
        }
      }
    }
    return found;
  }

  private static BoundFunction count(CallSite call) {
    LambdaCall lambda = optional(call);
    return Bound.of(
        IntegerType.UINT32,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Verdicts verdicts = Verdicts.of(elements.values());
          int[] offsets = elements.offsets();
          long[] counts = invocation.scratch().longs(elements.rows());
          for (int row = 0; row < elements.rows(); row++) {
            long count = 0;
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
              count += verdicts.at(e) ? 1 : 0;
            }
            counts[row] = count;
          }
          return LongColumn.of(counts, elements.rows(), null);
        });
  }

  private static BoundFunction element(CallSite call, boolean first, boolean orNull) {
    LambdaCall lambda = required(call);
    if (ElementTypes.isNothing(lambda.element())) {
      throw ElementTypes.refuseNothing();
    }
    if (orNull && !lambda.element().canBeNullable()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Nested type " + lambda.element().name() + " cannot be inside Nullable type");
    }
    Type result = orNull ? lambda.element().toNullable() : lambda.element();
    return Bound.of(
        result,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          int[] found = find(invocation, elements, true, first);
          Column source = elements.first().flatten();
          return GatheredElements.of(invocation, result, source, found);
        });
  }

  private static BoundFunction index(CallSite call, boolean first) {
    LambdaCall lambda = required(call);
    return Bound.of(
        IntegerType.UINT32,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          int[] found = find(invocation, elements, true, first);
          long[] indexes = invocation.scratch().longs(elements.rows());
          for (int row = 0; row < elements.rows(); row++) {
            indexes[row] = found[row] < 0 ? 0 : found[row] - elements.offsets()[row] + 1;
          }
          return LongColumn.of(indexes, elements.rows(), null);
        });
  }
}
