// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.type.EngineRelType;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;

/**
 * GROUP BY with ROLLUP, CUBE or GROUPING SETS, or WITH TOTALS. The row is the keys, then the
 * aggregates, and with more than one set a last column {@code __grouping_set} (UInt64).
 */
public final class GroupingSetsAggregate extends SingleRel {

  /** Name of the column that tells which set a row belongs to. */
  public static final String GROUPING_SET = "__grouping_set";

  private final List<Integer> keys;
  private final List<List<Integer>> sets;
  private final boolean totals;
  private final List<AggregateCall> calls;

  private GroupingSetsAggregate(
      RelNode input,
      List<Integer> keys,
      List<List<Integer>> sets,
      boolean totals,
      List<AggregateCall> calls) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.keys = List.copyOf(keys);
    this.sets = sets.stream().map(List::copyOf).toList();
    this.totals = totals;
    this.calls = List.copyOf(calls);
  }

  /**
   * An aggregation.
   *
   * @param keys columns of the input
   * @param sets positions within {@code keys}; empty for one set of all keys
   * @param totals whether a row over all rows comes last, apart from the others
   */
  public static GroupingSetsAggregate of(
      RelNode input,
      List<Integer> keys,
      List<List<Integer>> sets,
      boolean totals,
      List<AggregateCall> calls) {
    return new GroupingSetsAggregate(input, keys, sets, totals, calls);
  }

  /** Whether a row of totals comes with the rows of {@code node}. */
  public static boolean yieldsTotals(RelNode node) {
    RelNode known = node.stripped();
    if (known instanceof GroupingSetsAggregate aggregate) {
      return aggregate.hasTotals();
    }
    return !(known instanceof Aggregate)
        && known.getInputs().stream().anyMatch(GroupingSetsAggregate::yieldsTotals);
  }

  public List<Integer> keys() {
    return keys;
  }

  public List<List<Integer>> sets() {
    return sets;
  }

  public boolean hasTotals() {
    return totals;
  }

  public List<AggregateCall> calls() {
    return calls;
  }

  @Override
  protected RelDataType deriveRowType() {
    List<String> names = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (int key : keys) {
      RelDataTypeField field = input.getRowType().getFieldList().get(key);
      names.add(field.getName());
      types.add(EngineRelType.typeOf(field.getType()));
    }
    for (AggregateCall call : calls) {
      names.add(call.getName());
      types.add(EngineRelType.typeOf(call.getType()));
    }
    if (sets.size() > 1) {
      names.add(GROUPING_SET);
      types.add(IntegerType.UINT64);
    }
    return ((EngineTypeFactory) getCluster().getTypeFactory()).row(names, types);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), keys, sets, totals, calls);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    super.explainTerms(writer)
        .item("keys", keys)
        .itemIf("sets", sets, !sets.isEmpty())
        .itemIf("totals", true, totals);
    for (int i = 0; i < calls.size(); i++) {
      writer.item("call" + i, calls.get(i));
    }
    return writer;
  }
}
