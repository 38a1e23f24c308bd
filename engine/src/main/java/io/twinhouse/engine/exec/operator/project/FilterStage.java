// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.project;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the rows for which a predicate is neither 0 nor NULL. */
public final class FilterStage extends UnaryStage {

  private final List<Type> types;
  private final Expression predicate;
  private final OperatorFigure figure;

  /**
   * @param types of the input's columns
   */
  public FilterStage(Stage input, List<Type> types, Expression predicate, OperatorFigure figure) {
    super(input);
    this.types = types;
    this.predicate = predicate;
    this.figure = figure;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    Operator source = input.open(partition, memory);
    MemoryContext own = figure.memory(memory);
    try {
      return new FilterOperator(source, own);
    } catch (RuntimeException | Error e) {
      source.close();
      own.close();
      throw e;
    }
  }

  /** Hands on whole batches as they are and gathers the survivors of the others. */
  private final class FilterOperator implements Operator {

    private static final int ENOUGH = Batch.ROWS / 2;

    /** After so many batches few survivors are handed on, too: a limit may want no more. */
    private static final int PATIENCE = 32;

    private final Operator source;
    private final MemoryContext memory;
    private final ExpressionEvaluator evaluator;
    private final Reservation held;
    private final BatchBuffer survivors;
    private int[] rows = {};
    private boolean done;

    FilterOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      evaluator = ExpressionEvaluator.of(predicate, memory, source.facts());
      held = new Reservation(memory);
      survivors = new BatchBuffer(types, held);
    }

    @Override
    public @Nullable Batch next() {
      survivors.reset();
      for (int batches = 1; !done; batches++) {
        Batch batch = source.next();
        if (batch == null) {
          done = true;
        } else {
          int count = select(batch);
          if (count == batch.rows() && survivors.size() == 0) {
            figure.yielded(count);
            return batch;
          }
          survivors.append(batch, rows, 0, count);
          int enough = batches < PATIENCE ? ENOUGH : 1;
          if (survivors.size() >= enough) {
            break;
          }
        }
      }
      figure.yielded(survivors.size());
      return survivors.size() == 0 ? null : survivors.batch();
    }

    private int select(Batch batch) {
      if (rows.length < batch.rows()) {
        held.grow(4L * (batch.rows() - rows.length));
        rows = new int[batch.rows()];
      }
      return evaluator.select(batch, rows);
    }

    @Override
    public @Nullable EntryFacts facts() {
      return source.facts();
    }

    @Override
    public void close() {
      done = true;
      source.close();
      evaluator.close();
      memory.close();
    }
  }
}
