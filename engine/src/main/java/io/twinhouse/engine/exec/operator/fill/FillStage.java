// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.fill;

import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;

/** WITH FILL: rows are added where the input, which is sorted, lacks values of the grids. */
public final class FillStage extends UnaryStage {

  private final QueryContext query;
  private final PlanNode.Fill node;
  private final OperatorFigure figure;

  public FillStage(QueryContext query, Stage input, PlanNode.Fill node, OperatorFigure figure) {
    super(input);
    this.query = query;
    this.node = node;
    this.figure = figure;
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new FillOperator(
        query, node, figure, new ConcatOperator(input, memory), figure.memory(memory));
  }
}
