// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** LIMIT ... BY: at most so many rows, after an offset, for each combination of keys. */
public final class LimitByKeys extends SingleRel {

  private final List<Integer> keys;
  private final long offset;
  private final long limit;

  private LimitByKeys(RelNode input, List<Integer> keys, long offset, long limit) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.keys = List.copyOf(keys);
    this.offset = offset;
    this.limit = limit;
  }

  /**
   * A limit by keys.
   *
   * @param keys columns of the input
   */
  public static LimitByKeys of(RelNode input, List<Integer> keys, long offset, long limit) {
    return new LimitByKeys(input, keys, offset, limit);
  }

  public List<Integer> keys() {
    return keys;
  }

  public long offset() {
    return offset;
  }

  public long limit() {
    return limit;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), keys, offset, limit);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("keys", keys)
        .item("limit", limit)
        .itemIf("offset", offset, offset != 0);
  }
}
