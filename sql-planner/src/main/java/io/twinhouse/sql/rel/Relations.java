// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import com.google.common.collect.ImmutableSet;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Makes Calcite's own relational nodes, straight from their constructors: no metadata is asked and
 * nothing is simplified by SQL's rules.
 */
public final class Relations {

  private Relations() {}

  /** Computed columns; the input itself where nothing changes. */
  public static RelNode project(RelNode input, List<RexNode> columns, List<String> names) {
    List<String> distinct = EngineTypeFactory.distinct(names);
    RelOptCluster cluster = input.getCluster();
    RelDataType row = RexUtil.createStructType(cluster.getTypeFactory(), columns, distinct, null);
    if (RexUtil.isIdentity(columns, input.getRowType())
        && distinct.equals(input.getRowType().getFieldNames())) {
      return input;
    }
    return new LogicalProject(
        cluster, cluster.traitSet(), List.of(), input, columns, row, ImmutableSet.of());
  }

  /** Some columns of the input, in this order. */
  public static RelNode choose(RelNode input, List<Integer> columns) {
    List<RelDataTypeField> fields = input.getRowType().getFieldList();
    List<RexNode> chosen = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column : columns) {
      chosen.add(input.getCluster().getRexBuilder().makeInputRef(input, column));
      names.add(fields.get(column).getName());
    }
    return project(input, chosen, names);
  }

  /** Rows for which a BOOLEAN is true. */
  public static RelNode filter(RelNode input, RexNode condition) {
    return condition.isAlwaysTrue()
        ? input
        : new LogicalFilter(
            input.getCluster(), input.getCluster().traitSet(), input, condition, ImmutableSet.of());
  }

  /** Groups by the first {@code keys} columns of the input. */
  public static RelNode aggregate(RelNode input, int keys, List<AggregateCall> calls) {
    return new LogicalAggregate(
        input.getCluster(),
        input.getCluster().traitSet(),
        List.of(),
        input,
        ImmutableBitSet.range(keys),
        null,
        calls);
  }

  /** One call of an aggregate function over columns of the input. */
  public static AggregateCall call(
      AggregateOperator function, List<Integer> arguments, RelDataType type, String name) {
    return AggregateCall.create(
        function,
        false,
        false,
        false,
        List.of(),
        arguments,
        -1,
        null,
        RelCollations.EMPTY,
        type,
        name);
  }

  /** INNER ALL JOIN. */
  public static RelNode innerJoin(RelNode left, RelNode right, RexNode condition) {
    return LogicalJoin.create(
        left, right, List.of(), condition, ImmutableSet.of(), JoinRelType.INNER);
  }

  public static RelNode sort(RelNode input, RelCollation order) {
    return order.getFieldCollations().isEmpty()
        ? input
        : LogicalSort.create(input, order, null, null);
  }

  public static RelNode unionAll(List<RelNode> inputs) {
    return inputs.size() == 1 ? inputs.get(0) : LogicalUnion.create(inputs, true);
  }
}
