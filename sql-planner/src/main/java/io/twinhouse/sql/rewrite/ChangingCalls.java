// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.LambdaOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.jspecify.annotations.Nullable;

/** Finds calls of functions that say something else each time, such as {@code rand()}. */
final class ChangingCalls extends RexShuttle {

  private @Nullable String found;

  private ChangingCalls() {}

  /** The name of one such function in the tree, or null if there is none. */
  static @Nullable String find(RelNode root) {
    ChangingCalls calls = new ChangingCalls();
    TreeWalk.visit(root, node -> node.accept(calls));
    return calls.found;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    if (!call.getOperator().isDeterministic()) {
      found = call.getOperator().getName();
    }
    if (call.getOperator() instanceof LambdaOperator lambda) {
      lambda.body().accept(this);
    }
    return super.visitCall(call);
  }
}
