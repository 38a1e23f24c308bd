// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/**
 * What an expression depends on: columns, keys of groups, aggregates, window functions, arrayJoin,
 * parameters.
 */
public final class Captures extends RexVisitorImpl<@Nullable Void> {

  private final Set<RexNode> found = new LinkedHashSet<>();

  private Captures() {
    super(true);
  }

  public static Set<RexNode> of(RexNode node) {
    Captures captures = new Captures();
    node.accept(captures);
    return captures.found;
  }

  @Override
  public @Nullable Void visitInputRef(RexInputRef input) {
    found.add(input);
    return null;
  }

  @Override
  public @Nullable Void visitCall(RexCall call) {
    if (BindingOperators.isAggregate(call)
        || BindingOperators.isWindow(call)
        || BindingOperators.isArrayJoin(call)
        || Correlated.is(call)
        || NullableKeys.isKey(call)
        || call.getOperator() instanceof BindingOperators.LambdaParameter) {
      found.add(call);
      return null;
    }
    return super.visitCall(call);
  }
}
