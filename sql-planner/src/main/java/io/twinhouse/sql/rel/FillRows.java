// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.plan.FillGrid;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rex.RexNode;

/** ORDER BY ... WITH FILL: adds rows where a sorted column lacks a value of a grid. */
public final class FillRows extends SingleRel {

  private final int column;
  private final List<Integer> prefix;
  private final FillGrid grid;
  private final List<Interpolated> computed;

  /** A column of added rows, by an expression over the row before. */
  public record Interpolated(int column, RexNode value) {}

  private FillRows(
      RelNode input, int column, List<Integer> prefix, FillGrid grid, List<Interpolated> computed) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.column = column;
    this.prefix = List.copyOf(prefix);
    this.grid = grid;
    this.computed = List.copyOf(computed);
  }

  /**
   * Sorted rows with those that they lack.
   *
   * @param column of the input
   * @param prefix columns that the input is sorted by before: each has a grid of its own
   */
  public static FillRows of(
      RelNode input, int column, List<Integer> prefix, FillGrid grid, List<Interpolated> computed) {
    return new FillRows(input, column, prefix, grid, computed);
  }

  public int column() {
    return column;
  }

  public List<Integer> prefix() {
    return prefix;
  }

  public FillGrid grid() {
    return grid;
  }

  public List<Interpolated> computed() {
    return computed;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), column, prefix, grid, computed);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("column", column)
        .itemIf("prefix", prefix, !prefix.isEmpty())
        .item("grid", grid)
        .item("computed", computed);
  }
}
