// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.OperatorTime;
import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.memory.MemoryContext;
import org.jspecify.annotations.Nullable;

/** A stage whose work is timed: the time of stages below counts for those. */
public final class TimedStage implements Stage {

  private final Stage stage;
  private final OperatorFigure figure;

  public TimedStage(Stage stage, OperatorFigure figure) {
    this.stage = stage;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    OperatorFigure before = OperatorTime.turnTo(figure);
    try {
      stage.prepare();
    } finally {
      OperatorTime.turnTo(before);
    }
  }

  @Override
  public int partitions() {
    return stage.partitions();
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new TimedOperator(stage.open(partition, memory), figure);
  }

  @Override
  public @Nullable Batch totals() {
    return stage.totals();
  }

  @Override
  public void close() {
    stage.close();
  }

  private record TimedOperator(Operator operator, OperatorFigure figure) implements Operator {

    @Override
    public @Nullable Batch next() {
      OperatorFigure before = OperatorTime.turnTo(figure);
      try {
        return operator.next();
      } finally {
        OperatorTime.turnTo(before);
      }
    }

    @Override
    public @Nullable EntryFacts facts() {
      return operator.facts();
    }

    @Override
    public void close() {
      operator.close();
    }
  }
}
