// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/** Takes those conditions of a filter below a node that may be tested there. */
final class FilterPushRule<N extends RelNode> extends RelRule<RuleConfig> {

  private final Class<N> node;
  private final Push<N> push;

  /** How one kind of node lets conditions through. */
  @FunctionalInterface
  interface Push<N extends RelNode> {

    /**
     * The node with some of {@code conditions} below it, or null if none can go there.
     *
     * @param conditions over the node's row, all deterministic; what goes below is taken out
     */
    @Nullable RelNode below(N node, List<RexNode> conditions);
  }

  private FilterPushRule(RuleConfig config, Class<N> node, Push<N> push) {
    super(config);
    this.node = node;
    this.push = push;
  }

  static <N extends RelNode> RelOptRule of(Class<N> node, Push<N> push) {
    return RuleConfig.rule(
        "FilterPast" + node.getSimpleName(),
        b -> b.operand(LogicalFilter.class).oneInput(i -> i.operand(node).anyInputs()),
        config -> new FilterPushRule<>(config, node, push));
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalFilter filter = call.rel(0);
    List<RexNode> staying = new ArrayList<>();
    List<RexNode> movable = new ArrayList<>();
    for (RexNode condition : RexFactory.conjuncts(filter.getCondition())) {
      (RexUtil.isDeterministic(condition) ? movable : staying).add(condition);
    }
    int before = movable.size();
    RelNode pushed = push.below(node.cast(call.rel(1)), movable);
    if (pushed != null && movable.size() < before) {
      staying.addAll(movable);
      RexNode rest = RexUtil.composeConjunction(filter.getCluster().getRexBuilder(), staying);
      call.transformTo(Relations.filter(pushed, rest));
    }
  }
}
