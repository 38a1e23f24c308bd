// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ElementSort;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * arrayTopK and arrayBottomK: the largest or smallest elements in their order, by themselves or by
 * what a lambda makes of them. Those whose key is NULL are left out.
 */
final class TopElements {

  private TopElements() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: extremes")
        .addHigherOrder("arrayTopK", TopElements::parameters, call -> bind(call, true))
        .addHigherOrder("arrayBottomK", TopElements::parameters, call -> bind(call, false));
  }

  private static List<Type> parameters(CallSite rest, int count) {
    checkArity(rest);
    return LambdaCall.parameters(PartialSorting.without(rest, 0), count);
  }

  private static void checkArity(CallSite call) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " needs at least 2 arguments, passed " + call.size());
    }
  }

  private static BoundFunction bind(CallSite call, boolean largest) {
    checkArity(call);
    int countAt = call.argument(0).isLambda() ? 1 : 0;
    Type count = call.type(countAt);
    Type last = call.type(call.size() - 1);
    Type nothing = call.base(countAt) instanceof NothingType ? count : last;
    if (nothing.base() instanceof NothingType && nothing.isNullable()) {
      return Bound.constant(nothing, DefaultValues.of(nothing));
    }
    boolean whole =
        call.base(countAt) instanceof IntegerType || call.base(countAt) instanceof BoolType;
    if (!whole || call.base(countAt).lane() != Lane.LONG) {
      throw call.illegal(countAt);
    }
    Column constant = call.constant(countAt);
    if (constant != null && !constant.isNull(0)) {
      checked(call.constantLong(countAt), count, call.name());
    }
    LambdaCall lambda = LambdaCall.of(PartialSorting.without(call, countAt));
    Type key = lambda.value();
    ValueOrder.requireKnown(key);
    Type element = ElementTypes.decoded(lambda.element());
    ElementSort sort = ElementSort.of(key, largest);
    String name = call.name();
    return Bound.of(
        new ArrayType(element.isNullable() ? element.base() : element),
        invocation -> {
          LambdaCall.Elements elements =
              lambda.evaluate(new PartialSorting.Rest(invocation, countAt));
          Column counts = invocation.argument(countAt);
          LongLane wanted = LongLane.of(counts);
          return sort.first(
              invocation,
              elements,
              lambda.element(),
              row -> counts.isNull(row) ? 0 : checked(wanted.at(row), count, name));
        });
  }

  private static long checked(long count, Type type, String function) {
    if (count < 0 && !(type.base() instanceof IntegerType integer && !integer.signed())) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Argument K of function " + function + " must be non-negative, got " + count);
    }
    return count < 0 ? Long.MAX_VALUE : count;
  }
}
