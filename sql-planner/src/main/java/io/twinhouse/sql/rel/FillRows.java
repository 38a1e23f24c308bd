// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.plan.FillKey;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;

/** ORDER BY ... WITH FILL: adds rows where sorted columns lack values of their grids. */
public final class FillRows extends SingleRel {

  private final List<FillKey> keys;
  private final List<Integer> prefix;
  private final List<Interpolated> computed;

  /** A column of added rows, by an expression over the row before. */
  public record Interpolated(int column, RexNode value) {}

  private FillRows(
      RelNode input, List<FillKey> keys, List<Integer> prefix, List<Interpolated> computed) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.keys = List.copyOf(keys);
    this.prefix = List.copyOf(prefix);
    this.computed = List.copyOf(computed);
  }

  /**
   * Sorted rows with those that they lack.
   *
   * @param keys of the input, in the order of the sort
   * @param prefix columns that the input is sorted by before: each has grids of its own
   */
  public static FillRows of(
      RelNode input, List<FillKey> keys, List<Integer> prefix, List<Interpolated> computed) {
    return new FillRows(input, keys, prefix, computed);
  }

  public List<FillKey> keys() {
    return keys;
  }

  public List<Integer> prefix() {
    return prefix;
  }

  public List<Interpolated> computed() {
    return computed;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), keys, prefix, computed);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("keys", keys)
        .itemIf("prefix", prefix, !prefix.isEmpty())
        .item("computed", computed);
  }

  /** What the columns of sorted rows are computed by; nothing where that is not told. */
  public static List<RexNode> made(RelNode sorted) {
    RelNode input = sorted;
    while (input instanceof Sort sort) {
      input = sort.getInput();
    }
    return input instanceof Project project ? project.getProjects() : List.of();
  }
}
