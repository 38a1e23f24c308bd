// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.LimitRows;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * WHERE over a sub-query WITH TOTALS. The server tests the keys of groups before it counts them, so
 * that the totals are of the groups that are left; any other condition takes rows away and leaves
 * the totals as they are. Here a condition above an aggregation settles its totals, as HAVING does.
 */
final class TotalsFilter {

  private TotalsFilter() {}

  /**
   * Refuses a condition that would settle other totals than the server's.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED
   */
  static void check(RelNode rel, RexNode condition) {
    if (GroupingSetsAggregate.yieldsTotals(rel)
        && !isOfKeys(rel, RelOptUtil.InputFinder.bits(condition))) {
      throw Failures.notImplemented("WHERE over totals by other columns than keys");
    }
  }

  private static boolean isOfKeys(RelNode rel, ImmutableBitSet columns) {
    if (rel instanceof GroupingSetsAggregate aggregate) {
      return columns.asList().stream().allMatch(column -> column < aggregate.keys().size());
    }
    if (rel instanceof Project project) {
      ImmutableBitSet below =
          RelOptUtil.InputFinder.bits(
              columns.asList().stream().map(project.getProjects()::get).toList(), null);
      return isOfKeys(project.getInput(), below);
    }
    return rel instanceof LimitRows || rel instanceof Sort && isOfKeys(rel.getInput(0), columns);
  }
}
