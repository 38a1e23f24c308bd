// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.function.nested.SameValue;
import io.twinhouse.engine.function.nested.Verdicts;
import io.twinhouse.engine.type.ArrayType;

/** Arrays cut into pieces, or filled up, where a condition holds; runs of elements made one. */
final class SplittingFunctions {

  private SplittingFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: splitting")
        .addHigherOrder("arrayFill", LambdaCall::parameters, call -> fill(call, false))
        .addHigherOrder("arrayReverseFill", LambdaCall::parameters, call -> fill(call, true))
        .addHigherOrder("arraySplit", LambdaCall::parameters, call -> split(call, false))
        .addHigherOrder("arrayReverseSplit", LambdaCall::parameters, call -> split(call, true))
        .addHigherOrder("arrayCompact", LambdaCall::parameters, SplittingFunctions::compact);
  }

  private static BoundFunction fill(CallSite call, boolean reverse) {
    LambdaCall lambda = ConditionFunctions.required(call);
    return Bound.of(
        new ArrayType(lambda.element()),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Verdicts verdicts = Verdicts.of(elements.values());
          int[] offsets = elements.offsets();
          ElementPicks picks =
              ElementPicks.of(invocation, lambda.element(), offsets[elements.rows()]);
          for (int row = 0; row < elements.rows(); row++) {
            int start = picks.count();
            picks.addRange(offsets[row], offsets[row + 1]);
            fillRow(verdicts, picks.picks(), start, picks.count(), reverse);
            picks.endRow();
          }
          return picks.column(elements.first());
        });
  }

  /** An element whose condition fails takes its neighbour's place in the order of filling. */
  private static void fillRow(Verdicts verdicts, int[] picks, int from, int to, boolean reverse) {
    for (int i = 1; i < to - from; i++) {
      int at = reverse ? to - 1 - i : from + i;
      if (!verdicts.at(picks[at])) {
        picks[at] = picks[reverse ? at + 1 : at - 1];
      }
    }
  }

  private static BoundFunction split(CallSite call, boolean behind) {
    LambdaCall lambda = ConditionFunctions.required(call);
    return Bound.of(
        new ArrayType(new ArrayType(lambda.element())),
        invocation -> split(lambda.evaluate(invocation), behind));
  }

  /** Cuts in front of each element whose condition holds, or behind it. */
  private static Column split(LambdaCall.Elements elements, boolean behind) {
    Verdicts verdicts = Verdicts.of(elements.values());
    int rows = elements.rows();
    int[] offsets = elements.offsets();
    int[] outer = new int[rows + 1];
    int[] inner = new int[offsets[rows] + 1];
    int pieces = 0;
    for (int row = 0; row < rows; row++) {
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        boolean last = e + 1 == offsets[row + 1];
        if (last || verdicts.at(behind ? e : e + 1)) {
          inner[++pieces] = e + 1;
        }
      }
      outer[row + 1] = pieces;
    }
    return ArrayColumn.of(outer, ArrayColumn.of(inner, elements.first(), pieces), rows);
  }

  private static BoundFunction compact(CallSite call) {
    LambdaCall lambda = LambdaCall.of(call);
    return Bound.of(
        new ArrayType(lambda.element()),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Column values = elements.values();
          int[] offsets = elements.offsets();
          ElementPicks picks =
              ElementPicks.of(invocation, lambda.element(), offsets[elements.rows()]);
          for (int row = 0; row < elements.rows(); row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
              if (e == offsets[row] || !SameValue.same(values, e - 1, values, e)) {
                picks.add(e);
              }
            }
            picks.endRow();
          }
          return picks.column(elements.first());
        });
  }
}
