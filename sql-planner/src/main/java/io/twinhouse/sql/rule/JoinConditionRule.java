// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/** What ON says of the side that gives only partners is a filter of that side. */
final class JoinConditionRule extends RelRule<RuleConfig> {

  private JoinConditionRule(RuleConfig config) {
    super(config);
  }

  static RelOptRule of() {
    return RuleConfig.rule(
        "JoinCondition", b -> b.operand(JoinTables.class).anyInputs(), JoinConditionRule::new);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    JoinTables join = call.rel(0);
    JoinTables.Style style = join.style();
    boolean left = style.kind() == JoinKind.LEFT;
    if (!left && style.kind() != JoinKind.RIGHT || style.strictness() == JoinStrictness.ASOF) {
      return;
    }
    int width = join.getLeft().getRowType().getFieldCount();
    List<RexNode> staying = new ArrayList<>();
    List<RexNode> moved = new ArrayList<>();
    for (RexNode condition : RexFactory.conjuncts(join.condition())) {
      ImmutableBitSet used = RelOptUtil.InputFinder.bits(condition);
      boolean partners =
          left ? used.nextSetBit(0) >= width : !used.isEmpty() && used.length() <= width;
      boolean movable = partners && RexUtil.isDeterministic(condition);
      (movable ? moved : staying).add(condition);
    }
    boolean keyless = style.strictness() == JoinStrictness.ANY && staying.isEmpty();
    if (moved.isEmpty() || keyless) {
      return; // ANY needs keys, as the server says: without any it is refused when it is lowered
    }
    RexNode filter = and(join, moved);
    RelNode leftInput = left ? join.getLeft() : Relations.filter(join.getLeft(), filter);
    RelNode rightInput =
        left ? Relations.filter(join.getRight(), RexUtil.shift(filter, -width)) : join.getRight();
    call.transformTo(JoinTables.of(leftInput, rightInput, style, and(join, staying)));
  }

  private static RexNode and(RelNode node, List<RexNode> conditions) {
    return RexUtil.composeConjunction(node.getCluster().getRexBuilder(), conditions);
  }
}
