// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.scan;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows known while planning, as one batch; the plan owns their memory. */
public final class ValuesStage implements Stage {

  private final Batch rows;
  private final OperatorFigure figure;

  public ValuesStage(Batch rows, OperatorFigure figure) {
    this.rows = rows;
    this.figure = figure;
  }

  /** No rows of these types. */
  public static ValuesStage ofNothing(List<Type> types, OperatorFigure figure) {
    List<Column> columns = types.stream().map(type -> ColumnBuilder.of(type).build()).toList();
    return new ValuesStage(Batch.of(0, columns), figure);
  }

  @Override
  public void prepare() {
    // nothing is below
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new Operator() {
      private boolean done = rows.rows() == 0;

      @Override
      public @Nullable Batch next() {
        if (done) {
          return null;
        }
        done = true;
        figure.yielded(rows.rows());
        return rows;
      }

      @Override
      public void close() {
        done = true;
      }
    };
  }

  @Override
  public void close() {
    // holds nothing
  }
}
