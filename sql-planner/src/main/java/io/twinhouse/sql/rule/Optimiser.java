// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rules.FilterJoinRule;
import org.apache.calcite.rel.rules.FilterMergeRule;
import org.apache.calcite.rel.rules.FilterSetOpTransposeRule;
import org.apache.calcite.rel.rules.ProjectRemoveRule;

/** Rewrites a query into an equal one that reads and computes less. Thread-safe. */
public final class Optimiser {

  private static final HepProgram PROGRAM = program();

  private Optimiser() {}

  private static HepProgram program() {
    List<RelOptRule> rules = new ArrayList<>(FilterPushes.rules());
    rules.add(JoinConditionRule.of());
    rules.add(ProjectMergeRule.of());
    rules.add(NoRowsRule.of());
    rules.add(ProjectRemoveRule.Config.DEFAULT.toRule());
    rules.add(FilterMergeRule.Config.DEFAULT.withRelBuilderFactory(RuleConfig.BUILDER).toRule());
    rules.add(
        FilterJoinRule.FilterIntoJoinRule.FilterIntoJoinRuleConfig.DEFAULT
            .withRelBuilderFactory(RuleConfig.BUILDER)
            .toRule());
    rules.add(
        FilterJoinRule.JoinConditionPushRule.JoinConditionPushRuleConfig.DEFAULT
            .withRelBuilderFactory(RuleConfig.BUILDER)
            .toRule());
    rules.add(
        FilterSetOpTransposeRule.Config.DEFAULT.withRelBuilderFactory(RuleConfig.BUILDER).toRule());
    HepProgramBuilder builder = HepProgram.builder();
    builder.addRuleCollection(rules);
    return builder.build();
  }

  /** Pushes filters to the tables and removes what does nothing. */
  public static RelQuery optimise(RelQuery query) {
    return query.map(Optimiser::optimise);
  }

  private static RelNode optimise(RelNode root) {
    HepPlanner planner = new HepPlanner(PROGRAM);
    planner.setRoot(root);
    return planner.findBestExp();
  }

  /**
   * Leaves each node the columns that are used; the last step, after which a table's row is not all
   * of its reads.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for a path of a JSON
   *     column that is read without a type
   */
  public static RelQuery trim(RelQuery query, RexFactory rex) {
    ColumnTrimmer trimmer = new ColumnTrimmer(rex);
    return query.map(trimmer::trimRoot);
  }
}
