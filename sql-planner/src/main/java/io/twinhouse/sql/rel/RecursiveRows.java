// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/**
 * WITH RECURSIVE: the rows at the left, then those at the right again and again, where {@link
 * SubqueryRows#lastRound} stands for what the round before found, until a round finds nothing. Only
 * a sub-query is one.
 */
public final class RecursiveRows extends BiRel {

  private final int number;
  private final String name;
  private final long maxRounds;

  private RecursiveRows(RelNode base, RelNode step, int number, String name, long maxRounds) {
    super(base.getCluster(), base.getCluster().traitSet(), base, step);
    this.number = number;
    this.name = name;
    this.maxRounds = maxRounds;
  }

  /**
   * A recursion.
   *
   * @param number what the step calls the rows of the last round
   * @param name of the query, for messages
   * @param maxRounds after which it fails
   */
  public static RecursiveRows of(
      RelNode base, RelNode step, int number, String name, long maxRounds) {
    return new RecursiveRows(base, step, number, name, maxRounds);
  }

  public int number() {
    return number;
  }

  public String name() {
    return name;
  }

  public long maxRounds() {
    return maxRounds;
  }

  @Override
  protected RelDataType deriveRowType() {
    return left.getRowType();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), inputs.get(1), number, name, maxRounds);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("name", name).item("number", number);
  }
}
