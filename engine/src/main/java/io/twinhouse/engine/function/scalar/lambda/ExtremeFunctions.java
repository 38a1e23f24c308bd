// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.GatheredElements;
import io.twinhouse.engine.function.nested.LambdaCall;

/** arrayMin and arrayMax; NULL and NaN are what is left when there is nothing else. */
final class ExtremeFunctions {

  private ExtremeFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: extremes")
        .addHigherOrder("arrayMin", LambdaCall::parameters, call -> bind(call, false))
        .addHigherOrder("arrayMax", LambdaCall::parameters, call -> bind(call, true));
  }

  private static BoundFunction bind(CallSite call, boolean max) {
    LambdaCall lambda = LambdaCall.of(call);
    if (ElementTypes.isNothing(lambda.value())) {
      throw ElementTypes.refuseNothing();
    }
    ValueOrder.requireKnown(lambda.value());
    ValueOrder order = max ? ValueOrder.reverse(lambda.value()) : ValueOrder.of(lambda.value());
    return Bound.of(
        lambda.value(),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Column values = elements.values().flatten();
          int[] offsets = elements.offsets();
          int[] picks = invocation.scratch().ints(elements.rows());
          for (int row = 0; row < elements.rows(); row++) {
            int best = offsets[row] == offsets[row + 1] ? GatheredElements.NONE : offsets[row];
            for (int e = offsets[row] + 1; e < offsets[row + 1]; e++) {
              if (order.compare(values, e, values, best) < 0) {
                best = e;
              }
            }
            picks[row] = best;
          }
          return GatheredElements.of(invocation, lambda.value(), values, picks);
        });
  }
}
