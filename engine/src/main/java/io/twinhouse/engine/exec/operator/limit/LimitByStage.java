// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;

/** A slice of the rows of each combination of keys, in the input's order. */
public final class LimitByStage extends UnaryStage {

  private final QueryContext query;
  private final PlanNode.LimitBy node;
  private final OperatorFigure figure;

  public LimitByStage(
      QueryContext query, Stage input, PlanNode.LimitBy node, OperatorFigure figure) {
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
    return new QuotaOperator(
        query,
        new ConcatOperator(input, memory),
        node.schema().types(),
        new QuotaOperator.Slice(node.keys(), node.offset(), node.limit(), SizeLimit.NONE),
        figure,
        figure.memory(memory));
  }
}
