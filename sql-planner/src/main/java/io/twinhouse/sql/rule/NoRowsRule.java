// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineTypeFactory;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexNode;

/** A filter that is never true reads nothing. */
final class NoRowsRule extends RelRule<RuleConfig> {

  private NoRowsRule(RuleConfig config) {
    super(config);
  }

  static RelOptRule of() {
    return RuleConfig.rule(
        "NoRows", b -> b.operand(LogicalFilter.class).anyInputs(), NoRowsRule::new);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalFilter filter = call.rel(0);
    boolean never =
        RexFactory.conjuncts(filter.getCondition()).stream().anyMatch(RexNode::isAlwaysFalse);
    if (never && !GroupingSetsAggregate.yieldsTotals(filter.getInput())) {
      Schema schema = EngineTypeFactory.schema(filter.getRowType());
      call.transformTo(ConstantRows.none(filter.getCluster(), schema));
    }
  }
}
