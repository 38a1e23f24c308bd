// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import org.jspecify.annotations.Nullable;

/** A slice of the rows of each combination of keys, in the input's order. */
public final class LimitByStage implements Stage {

  private final QueryContext query;
  private final Stage input;
  private final PlanNode.LimitBy node;
  private final OperatorFigure figure;

  public LimitByStage(
      QueryContext query, Stage input, PlanNode.LimitBy node, OperatorFigure figure) {
    this.query = query;
    this.input = input;
    this.node = node;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    input.prepare();
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

  @Override
  public @Nullable Batch totals() {
    return input.totals();
  }

  @Override
  public void close() {
    input.close();
  }
}
