// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import io.twinhouse.sql.rel.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** Which conditions may be tested below which node. */
final class FilterPushes {

  private FilterPushes() {}

  static List<RelOptRule> rules() {
    return List.of(
        FilterPushRule.of(ReadTable.class, FilterPushes::intoRead),
        FilterPushRule.of(LogicalProject.class, FilterPushes::pastProject),
        FilterPushRule.of(JoinTables.class, FilterPushes::pastJoin),
        FilterPushRule.of(LogicalAggregate.class, FilterPushes::pastAggregate),
        FilterPushRule.of(LogicalSort.class, (sort, c) -> pastInput(sort, c, i -> true)),
        FilterPushRule.of(
            DistinctRows.class, (rows, c) -> pastInput(rows, c, rows.keys()::contains)),
        FilterPushRule.of(
            LimitByKeys.class, (rows, c) -> pastInput(rows, c, rows.keys()::contains)),
        FilterPushRule.of(
            UnnestArrays.class, (rows, c) -> pastInput(rows, c, i -> !rows.arrays().contains(i))),
        FilterPushRule.of(
            WindowColumns.class, (rows, c) -> pastInput(rows, c, rows.partitionBy()::contains)));
  }

  private static RexNode and(RelNode node, List<RexNode> conditions) {
    return RexUtil.composeConjunction(node.getCluster().getRexBuilder(), conditions);
  }

  /** Takes those conditions out that use allowed columns alone. */
  private static List<RexNode> take(List<RexNode> conditions, Predicate<Integer> allowed) {
    List<RexNode> taken = new ArrayList<>();
    for (RexNode condition : conditions) {
      ImmutableBitSet used = RelOptUtil.InputFinder.bits(condition);
      if (used.asList().stream().allMatch(allowed)) {
        taken.add(condition);
      }
    }
    conditions.removeAll(taken);
    return taken;
  }

  private static @Nullable RelNode intoRead(ReadTable read, List<RexNode> conditions) {
    if (!read.source().table().filters() || conditions.stream().anyMatch(RexNode::isAlwaysFalse)) {
      return null;
    }
    List<RexNode> all = new ArrayList<>(RexFactory.conjuncts(read.filter()));
    for (RexNode condition : take(conditions, i -> true)) {
      if (!all.contains(condition)) {
        all.add(condition);
      }
    }
    return read.withFilter(and(read, all));
  }

  /** Below a node whose row starts with its input's, unchanged in the allowed columns. */
  private static @Nullable RelNode pastInput(
      RelNode node, List<RexNode> conditions, Predicate<Integer> allowed) {
    List<RexNode> taken = take(conditions, allowed);
    if (taken.isEmpty()) {
      return null;
    }
    RelNode below = Relations.filter(node.getInput(0), and(node, taken));
    return node.copy(node.getTraitSet(), List.of(below));
  }

  private static @Nullable RelNode pastProject(LogicalProject project, List<RexNode> conditions) {
    List<RexNode> columns = project.getProjects();
    boolean towardsTable = !isBarrier(project.getInput().stripped());
    List<RexNode> taken =
        take(
            conditions,
            i ->
                RexUtil.isDeterministic(columns.get(i))
                    && (towardsTable || isPlain(columns.get(i))));
    if (taken.isEmpty()) {
      return null;
    }
    RexShuttle substitution =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return columns.get(input.getIndex());
          }
        };
    RexNode below = substitution.apply(and(project, taken));
    return project.copy(
        project.getTraitSet(), List.of(Relations.filter(project.getInput(), below)));
  }

  /** Conditions over keys. Without keys there is a row even over none, so nothing may go. */
  private static @Nullable RelNode pastAggregate(
      LogicalAggregate aggregate, List<RexNode> conditions) {
    List<Integer> keys = aggregate.getGroupSet().asList();
    List<RexNode> taken = keys.isEmpty() ? List.of() : take(conditions, i -> i < keys.size());
    if (taken.isEmpty()) {
      return null;
    }
    RexShuttle substitution =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(keys.get(input.getIndex()), input.getType());
          }
        };
    RexNode below = substitution.apply(and(aggregate, taken));
    return aggregate.copy(
        aggregate.getTraitSet(), List.of(Relations.filter(aggregate.getInput(), below)));
  }

  /** Behind these no table is reached, so a computed column would only be computed twice. */
  private static boolean isBarrier(RelNode node) {
    return node instanceof Aggregate || node instanceof WindowColumns;
  }

  private static boolean isPlain(RexNode column) {
    return column instanceof RexInputRef
        || (column instanceof RexCall call && call.getOperator() instanceof ConstantOperator);
  }

  private static @Nullable RelNode pastJoin(JoinTables join, List<RexNode> conditions) {
    int width = join.getLeft().getRowType().getFieldCount();
    JoinTables.Style style = join.style();
    boolean all =
        style.strictness() != JoinStrictness.ASOF
            && (style.kind() == JoinKind.LEFT || style.kind() == JoinKind.RIGHT);
    if (!all) {
      return null;
    }
    boolean left = style.kind() == JoinKind.LEFT;
    List<RexNode> taken = take(conditions, i -> left ? i < width : i >= width);
    if (taken.isEmpty()) {
      return null;
    }
    RexNode condition = and(join, taken);
    RelNode leftInput = join.getLeft();
    RelNode rightInput = join.getRight();
    if (left) {
      leftInput = Relations.filter(leftInput, condition);
    } else {
      rightInput = Relations.filter(rightInput, RexUtil.shift(condition, -width));
    }
    return join.copy(join.getTraitSet(), List.of(leftInput, rightInput));
  }
}
