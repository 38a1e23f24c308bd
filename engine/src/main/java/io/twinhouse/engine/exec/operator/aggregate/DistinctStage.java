// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.operator.limit.QuotaOperator;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;

/** The first row of each combination of keys, handed on as soon as it is met. */
public final class DistinctStage extends UnaryStage {

  private final QueryContext query;
  private final PlanNode.Distinct node;
  private final OperatorFigure figure;

  public DistinctStage(
      QueryContext query, Stage input, PlanNode.Distinct node, OperatorFigure figure) {
    super(input);
    this.query = query;
    this.node = node;
    this.figure = figure;
    figure.holdsFixedRows();
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new QuotaOperator(
        query,
        new ConcatOperator(input, memory),
        node.schema().types(),
        new QuotaOperator.Slice(node.keys(), 0, 1, query.limits().states().distinct()),
        figure,
        figure.memory(memory));
  }
}
