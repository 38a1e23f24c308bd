// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import java.util.function.Function;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilderFactory;

/** What a rule matches and what it is called. */
record RuleConfig(
    String description,
    RelRule.OperandTransform operandSupplier,
    RelBuilderFactory relBuilderFactory,
    Function<RuleConfig, RelOptRule> rule)
    implements RelRule.Config {

  /** Builds nodes as they are told: nothing is simplified by SQL's rules. */
  static final RelBuilderFactory BUILDER =
      RelBuilder.proto(
          Contexts.of(
              RelBuilder.Config.DEFAULT
                  .withSimplify(false)
                  .withPruneInputOfAggregate(false)
                  .withBloat(-1)));

  static RelOptRule rule(
      String description,
      RelRule.OperandTransform operands,
      Function<RuleConfig, RelOptRule> rule) {
    return new RuleConfig(description, operands, BUILDER, rule).toRule();
  }

  @Override
  public RelOptRule toRule() {
    return rule.apply(this);
  }

  @Override
  public RelRule.Config withRelBuilderFactory(RelBuilderFactory factory) {
    return new RuleConfig(description, operandSupplier, factory, rule);
  }

  @Override
  public RelRule.Config withDescription(String newDescription) {
    return new RuleConfig(newDescription, operandSupplier, relBuilderFactory, rule);
  }

  @Override
  public RelRule.Config withOperandSupplier(RelRule.OperandTransform supplier) {
    return new RuleConfig(description, supplier, relBuilderFactory, rule);
  }
}
