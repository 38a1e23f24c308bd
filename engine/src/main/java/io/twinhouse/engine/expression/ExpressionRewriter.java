// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds expressions from the leaves up. */
public final class ExpressionRewriter {

  private final UnaryOperator<Expression> change;

  /**
   * @param change what becomes of a node whose parts were rewritten already; may return it as it is
   */
  public ExpressionRewriter(UnaryOperator<Expression> change) {
    this.change = change;
  }

  /** The expression with every node changed. */
  public Expression rewrite(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return change.apply(
          new Expression.Call(
              call.name(), call.function(), rewrite(call.arguments()), call.deterministic()));
    }
    if (expression instanceof Expression.InSet in) {
      return change.apply(
          new Expression.InSet(rewrite(in.keys()), in.source(), in.negated(), in.type()));
    }
    if (expression instanceof Expression.Lambda lambda) {
      return change.apply(
          new Expression.Lambda(
              rewrite(lambda.captures()), lambda.parameters(), rewriteBody(lambda.body())));
    }
    return change.apply(expression);
  }

  /** A body's inputs are captures and parameters, not the columns of the outer input. */
  private Expression rewriteBody(Expression body) {
    return new ExpressionRewriter(e -> e instanceof Expression.InputRef ? e : change.apply(e))
        .rewrite(body);
  }

  public List<Expression> rewrite(List<Expression> expressions) {
    return expressions.stream().map(this::rewrite).toList();
  }

  /** {@code outer} with its inputs replaced by the expressions that compute them. */
  public static Expression inline(Expression outer, List<Expression> inputs) {
    return new ExpressionRewriter(
            e -> e instanceof Expression.InputRef ref ? inputs.get(ref.index()) : e)
        .rewrite(outer);
  }
}
