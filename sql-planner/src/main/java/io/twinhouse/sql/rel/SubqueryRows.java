// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/** The rows of a sub-query that ran before, or those that the last round of a recursion found. */
public final class SubqueryRows extends AbstractRelNode {

  private final int number;
  private final boolean working;

  private SubqueryRows(RelOptCluster cluster, RelDataType row, int number, boolean working) {
    super(cluster, cluster.traitSet());
    this.rowType = row;
    this.number = number;
    this.working = working;
  }

  /** All rows of the sub-query at {@code position} in {@link RelQuery#subqueries()}. */
  public static SubqueryRows all(RelOptCluster cluster, RelDataType row, int position) {
    return new SubqueryRows(cluster, row, position, false);
  }

  /** What the last round of recursion {@code number} found. */
  public static SubqueryRows lastRound(RelOptCluster cluster, RelDataType row, int number) {
    return new SubqueryRows(cluster, row, number, true);
  }

  public int number() {
    return number;
  }

  /** Whether it is a recursion's number and not a position. */
  public boolean isLastRound() {
    return working;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new SubqueryRows(getCluster(), rowType, number, working);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item(working ? "recursion" : "subquery", number);
  }
}
