// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** Keeps the first row of each combination of keys, in order of appearance. */
public final class DistinctRows extends SingleRel {

  private final List<Integer> keys;

  private DistinctRows(RelNode input, List<Integer> keys) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.keys = List.copyOf(keys);
  }

  /**
   * Distinct rows.
   *
   * @param keys columns of the input
   */
  public static DistinctRows of(RelNode input, List<Integer> keys) {
    return new DistinctRows(input, keys);
  }

  public List<Integer> keys() {
    return keys;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), keys);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("keys", keys);
  }
}
