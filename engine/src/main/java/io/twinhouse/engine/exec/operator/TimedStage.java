// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.OperatorTime;
import org.jspecify.annotations.Nullable;

/** A stage whose work is timed: the time of stages below counts for those. */
public final class TimedStage extends PassingStage {

  private final OperatorFigure figure;

  public TimedStage(Stage stage, OperatorFigure figure) {
    super(stage);
    this.figure = figure;
  }

  @Override
  public void prepare() {
    OperatorFigure before = OperatorTime.turnTo(figure);
    try {
      super.prepare();
    } finally {
      OperatorTime.turnTo(before);
    }
  }

  @Override
  protected Operator watched(Operator operator) {
    return new TimedOperator(operator, figure);
  }

  private static final class TimedOperator extends PassingOperator {

    private final OperatorFigure figure;

    TimedOperator(Operator operator, OperatorFigure figure) {
      super(operator);
      this.figure = figure;
    }

    @Override
    public @Nullable Batch next() {
      OperatorFigure before = OperatorTime.turnTo(figure);
      try {
        return handedOn();
      } finally {
        OperatorTime.turnTo(before);
      }
    }
  }
}
