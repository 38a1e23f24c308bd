// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.sql.rel.Relations;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/** Makes one projection of two, unless something would be computed twice. */
final class ProjectMergeRule extends RelRule<RuleConfig> {

  private ProjectMergeRule(RuleConfig config) {
    super(config);
  }

  static RelOptRule of() {
    return RuleConfig.rule(
        "ProjectMerge",
        b ->
            b.operand(LogicalProject.class)
                .oneInput(i -> i.operand(LogicalProject.class).anyInputs()),
        ProjectMergeRule::new);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalProject top = call.rel(0);
    LogicalProject bottom = call.rel(1);
    List<RexNode> below = bottom.getProjects();
    int[] uses = new int[below.size()];
    top.getProjects()
        .forEach(
            project ->
                project.accept(
                    new RexVisitorImpl<@Nullable Void>(true) {
                      @Override
                      public @Nullable Void visitInputRef(RexInputRef input) {
                        uses[input.getIndex()]++;
                        return null;
                      }
                    }));
    for (int i = 0; i < uses.length; i++) {
      boolean computed =
          below.get(i) instanceof RexCall expression && !expression.getOperands().isEmpty();
      if ((computed && uses[i] > 1) || !RexUtil.isDeterministic(below.get(i))) {
        return;
      }
    }
    RexShuttle substitution =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return below.get(input.getIndex());
          }
        };
    List<RexNode> merged = substitution.apply(top.getProjects());
    call.transformTo(
        Relations.project(bottom.getInput(), merged, top.getRowType().getFieldNames()));
  }
}
