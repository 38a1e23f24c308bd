// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/**
 * LIMIT and OFFSET, up to 2^63 - 1 rows, with or without WITH TIES. The order itself is a
 * LogicalSort without fetch below.
 */
public final class LimitRows extends SingleRel {

  private final long offset;
  private final long limit;
  private final RelCollation ties;

  private LimitRows(RelNode input, long offset, long limit, RelCollation ties) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.offset = offset;
    this.limit = limit;
    this.ties = ties;
  }

  /**
   * A limit.
   *
   * @param limit rows after the offset, or {@link Long#MAX_VALUE} for all
   * @param ties the order whose ties with the last row are kept too; empty for none
   */
  public static LimitRows of(RelNode input, long offset, long limit, RelCollation ties) {
    return new LimitRows(input, offset, limit, ties);
  }

  public long offset() {
    return offset;
  }

  public long limit() {
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
        .itemIf("limit", limit, limit != Long.MAX_VALUE)
        .itemIf("offset", offset, offset != 0)
        .itemIf("ties", ties, !ties.equals(RelCollations.EMPTY));
  }
}
