// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.project;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes columns, one expression each. */
public final class ProjectStage extends UnaryStage {

  private final QueryContext query;
  private final List<Expression> expressions;
  private final OperatorFigure figure;

  public ProjectStage(
      QueryContext query, Stage input, List<Expression> expressions, OperatorFigure figure) {
    super(input);
    this.query = query;
    this.expressions = expressions;
    this.figure = figure;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return open(input.open(partition, memory), memory);
  }

  private Operator open(Operator source, MemoryContext parent) {
    MemoryContext memory = figure.memory(parent);
    try {
      return new ProjectOperator(source, memory);
    } catch (RuntimeException | Error e) {
      source.close();
      memory.close();
      throw e;
    }
  }

  /** The expressions over the row of totals, in arrays of their own. */
  @Override
  public @Nullable Batch totals() {
    Batch totals = input.totals();
    if (totals == null) {
      return null;
    }
    try (MemoryContext memory = figure.memory(query.memory())) {
      List<ExpressionEvaluator> evaluators = ExpressionEvaluator.ofAll(expressions, memory, null);
      Column[] columns = new Column[evaluators.size()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = evaluators.get(i).evaluate(totals).gather(new int[1], 1);
      }
      evaluators.forEach(ExpressionEvaluator::close);
      return Batch.of(1, columns);
    }
  }

  private final class ProjectOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final List<ExpressionEvaluator> evaluators;

    ProjectOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      evaluators = ExpressionEvaluator.ofAll(expressions, memory, source.facts());
    }

    @Override
    public @Nullable Batch next() {
      Batch batch = source.next();
      if (batch == null) {
        return null;
      }
      Column[] columns = new Column[evaluators.size()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = evaluators.get(i).evaluate(batch);
      }
      figure.yielded(batch.rows());
      return Batch.of(batch.rows(), columns);
    }

    @Override
    public @Nullable EntryFacts facts() {
      return source.facts();
    }

    @Override
    public void close() {
      source.close();
      evaluators.forEach(ExpressionEvaluator::close);
      memory.close();
    }
  }
}
