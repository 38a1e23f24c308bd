// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.type.EngineRelType;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.jspecify.annotations.Nullable;

/** Appends one column a window function, all over the same partitions and order. */
public final class WindowColumns extends SingleRel {

  private final List<Integer> partitionBy;
  private final RelCollation orderBy;
  private final List<Call> calls;

  /**
   * One window function.
   *
   * @param name as in {@link io.twinhouse.engine.plan.WindowCall#name()}
   * @param aggregate the aggregate that runs over the frame, or null for ranks and offsets
   * @param arguments columns of the input
   */
  public record Call(
      String name,
      @Nullable AggregateOperator aggregate,
      List<Integer> arguments,
      Frame frame,
      Type type) {

    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  private WindowColumns(
      RelNode input, List<Integer> partitionBy, RelCollation orderBy, List<Call> calls) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.partitionBy = List.copyOf(partitionBy);
    this.orderBy = orderBy;
    this.calls = List.copyOf(calls);
  }

  /**
   * Window functions.
   *
   * @param partitionBy columns of the input
   */
  public static WindowColumns of(
      RelNode input, List<Integer> partitionBy, RelCollation orderBy, List<Call> calls) {
    return new WindowColumns(input, partitionBy, orderBy, calls);
  }

  public List<Integer> partitionBy() {
    return partitionBy;
  }

  public RelCollation orderBy() {
    return orderBy;
  }

  public List<Call> calls() {
    return calls;
  }

  @Override
  protected RelDataType deriveRowType() {
    List<String> names = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (RelDataTypeField field : input.getRowType().getFieldList()) {
      names.add(field.getName());
      types.add(EngineRelType.typeOf(field.getType()));
    }
    for (Call call : calls) {
      names.add(call.name());
      types.add(call.type());
    }
    return ((EngineTypeFactory) getCluster().getTypeFactory()).row(names, types);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), partitionBy, orderBy, calls);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    super.explainTerms(writer).item("partitionBy", partitionBy).item("orderBy", orderBy);
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      String function = call.aggregate() == null ? call.name() : call.aggregate().getName();
      writer.item("call" + i, function + call.arguments() + " over " + call.frame());
    }
    return writer;
  }
}
