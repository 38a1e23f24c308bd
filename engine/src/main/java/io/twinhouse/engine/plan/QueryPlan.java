// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import java.util.List;

/**
 * A whole query: the root, and the sub-plans that sets and scalar sub-queries refer to by position.
 * A sub-plan may refer to sub-plans before it in the list, never to later ones.
 */
public record QueryPlan(PlanNode root, List<PlanNode> subqueries) {

  public QueryPlan {
    subqueries = List.copyOf(subqueries);
  }
}
