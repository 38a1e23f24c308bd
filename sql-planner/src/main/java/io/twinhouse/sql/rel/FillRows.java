// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.plan.FillGrid;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** ORDER BY ... WITH FILL: adds rows where a sorted column lacks a value of a grid. */
public final class FillRows extends SingleRel {

  private final int column;
  private final FillGrid grid;
  private final List<Integer> carried;

  private FillRows(RelNode input, int column, FillGrid grid, List<Integer> carried) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.column = column;
    this.grid = grid;
    this.carried = List.copyOf(carried);
  }

  /**
   * Sorted rows with those that they lack.
   *
   * @param column of the input
   * @param carried columns that added rows take from the row before
   */
  public static FillRows of(RelNode input, int column, FillGrid grid, List<Integer> carried) {
    return new FillRows(input, column, grid, carried);
  }

  public int column() {
    return column;
  }

  public FillGrid grid() {
    return grid;
  }

  public List<Integer> carried() {
    return carried;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), column, grid, carried);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("column", column)
        .item("grid", grid)
        .item("carried", carried);
  }
}
