// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionRewriter;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.QueryPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the sub-queries of expressions that stand in no query. Their rows are held until this is
 * closed. For one thread.
 */
public final class ExpressionExecution implements AutoCloseable {

  private final QueryContext query;
  private final MemoryContext memory;

  public ExpressionExecution(QueryContext query) {
    this.query = query;
    memory =
        query
            .memory()
            .child(MemoryLevel.OPERATOR, "CreatingSetsTransform", MemoryContext.UNLIMITED);
  }

  /**
   * The expression with the rows of its sub-queries in their places.
   *
   * @param subqueries by position those that the expression refers to
   */
  public Expression compute(Expression expression, Map<Integer, QueryPlan> subqueries) {
    List<Batch> results = new ArrayList<>();
    int all = subqueries.keySet().stream().mapToInt(position -> position + 1).max().orElse(0);
    for (int i = 0; i < all; i++) {
      QueryPlan plan = subqueries.get(i);
      results.add(plan == null ? Batch.of(0) : collect(plan));
    }
    SubqueryResolver resolver =
        new SubqueryResolver(results, query.limits().states().sets(), memory);
    return new ExpressionRewriter(resolver::resolve).rewrite(expression);
  }

  private Batch collect(QueryPlan plan) {
    BatchBuffer rows = new BatchBuffer(plan.root().schema().types(), new Reservation(memory));
    try (QueryExecution execution = new QueryExecution(plan, query)) {
      for (Batch batch = execution.next(); batch != null; batch = execution.next()) {
        rows.append(batch, 0, batch.rows());
      }
    }
    return rows.take();
  }

  @Override
  public void close() {
    memory.close();
  }
}
