// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.QueryPlan;
import java.util.Map;

/**
 * An expression that stands in no query of its own.
 *
 * @param subqueries by position those that the expression refers to
 */
public record PlannedExpression(Expression expression, Map<Integer, QueryPlan> subqueries) {

  public PlannedExpression {
    subqueries = Map.copyOf(subqueries);
  }
}
