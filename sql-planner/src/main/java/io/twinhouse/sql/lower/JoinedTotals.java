// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.JoinTables;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;

/**
 * Whether a row of totals reaches the result. Through a join only those on the left of a LEFT JOIN
 * do: else the server takes rows without a partner away before they are counted, or does not, as it
 * settles while it runs.
 */
final class JoinedTotals {

  private JoinedTotals() {}

  /**
   * Refuses a query whose totals come through such a join.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static void refuse(RelNode node) {
    if (!GroupingSetsAggregate.yieldsTotals(node)) {
      return;
    }
    if ((node instanceof Join || node instanceof JoinTables) && !keeps(node)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "WITH TOTALS below a join is not supported");
    }
    node.getInputs().forEach(JoinedTotals::refuse);
  }

  private static boolean keeps(RelNode join) {
    return join instanceof JoinTables tables
        && tables.style().kind() == JoinKind.LEFT
        && (tables.style().strictness() == JoinStrictness.ALL
            || tables.style().strictness() == JoinStrictness.ANY)
        && !GroupingSetsAggregate.yieldsTotals(tables.getRight());
  }
}
