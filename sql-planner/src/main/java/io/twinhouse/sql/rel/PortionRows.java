// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.plan.RowCount;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** LIMIT and OFFSET that count from the end, or that are a share of all rows. */
public final class PortionRows extends SingleRel {

  private final RowCount offset;
  private final RowCount limit;
  private final RelCollation ties;

  private PortionRows(RelNode input, RowCount offset, RowCount limit, RelCollation ties) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.offset = offset;
    this.limit = limit;
    this.ties = ties;
  }

  /**
   * A limit.
   *
   * @param ties the order whose ties with the last row are kept too; empty for none
   */
  public static PortionRows of(RelNode input, RowCount offset, RowCount limit, RelCollation ties) {
    return new PortionRows(input, offset, limit, ties);
  }

  public RowCount offset() {
    return offset;
  }

  public RowCount limit() {
    return limit;
  }

  public RelCollation ties() {
    return ties;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), offset, limit, ties);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .itemIf("limit", limit, !limit.equals(RowCount.ALL))
        .itemIf("offset", offset, !offset.equals(RowCount.NONE))
        .itemIf("ties", ties, !ties.equals(RelCollations.EMPTY));
  }
}
