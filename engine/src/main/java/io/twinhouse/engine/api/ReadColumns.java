// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;

/** Holds a plan's scans to max_columns_to_read. */
final class ReadColumns {

  private ReadColumns() {}

  /**
   * @param most columns of one table, 0 for no limit
   * @throws TwinhouseException TOO_MANY_COLUMNS
   */
  static void check(QueryPlan plan, long most) {
    if (most > 0) {
      check(plan.root(), most);
      plan.subqueries().forEach(subquery -> check(subquery, most));
    }
  }

  private static void check(PlanNode node, long most) {
    if (node instanceof PlanNode.Scan scan && scan.reads().size() > most) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_COLUMNS,
          "Limit for number of columns to read exceeded. Requested: "
              + scan.reads().size()
              + ", maximum: "
              + most);
    }
    node.inputs().forEach(input -> check(input, most));
  }
}
