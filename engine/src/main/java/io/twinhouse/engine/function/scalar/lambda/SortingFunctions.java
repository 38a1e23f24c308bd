// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ElementSort;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.type.ArrayType;

/** arraySort and arrayReverseSort, by the elements or by what a lambda makes of them. */
final class SortingFunctions {

  private SortingFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: sorting")
        .addHigherOrder("arraySort", LambdaCall::parameters, call -> sort(call, false))
        .addHigherOrder("arrayReverseSort", LambdaCall::parameters, call -> sort(call, true));
  }

  private static BoundFunction sort(CallSite call, boolean reverse) {
    LambdaCall lambda = LambdaCall.of(call);
    ElementSort sort = ElementSort.of(lambda.value(), reverse);
    return Bound.of(
        new ArrayType(lambda.element()),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          return sort.sorted(invocation, elements, elements.values(), lambda.element());
        });
  }
}
