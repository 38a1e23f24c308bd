// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.operator.limit.QuotaOperator;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;

/** The first row of each combination of keys, handed on as soon as it is met. */
public final class DistinctStage extends UnaryStage {

  private final QueryContext query;
  private final PlanNode.Distinct node;
  private final SizeLimit limit;
  private final OperatorFigure figure;

  /**
   * @param limit of distinct rows
   */
  public DistinctStage(
      QueryContext query,
      Stage input,
      PlanNode.Distinct node,
      SizeLimit limit,
      OperatorFigure figure) {
    super(input);
    this.query = query;
    this.node = node;
    this.limit = limit;
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
        new QuotaOperator.Slice(node.keys(), 0, 1, limit),
        figure,
        figure.memory(memory));
  }
}
