// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.exec.ExpressionExecution;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.frontend.PlannedExpression;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.SqlFrontend;
import io.twinhouse.engine.spi.ExpressionCompiler;

/** Binds the expressions of a mutation by the rights of who asks, and runs their sub-queries. */
final class MutationQueries implements ExpressionCompiler, AutoCloseable {

  private final SqlFrontend frontend;
  private final PlanningContext context;
  private final QueryContext query;
  private final ExpressionExecution execution;

  /**
   * @param query closed together with this
   */
  MutationQueries(SqlFrontend frontend, PlanningContext context, QueryContext query) {
    this.frontend = frontend;
    this.context = context;
    this.query = query;
    this.execution = new ExpressionExecution(query);
  }

  @Override
  public Expression compile(String text, Schema schema) {
    return frontend.compileExpression(text, schema, context);
  }

  @Override
  public Expression compute(String text, Schema schema) {
    PlannedExpression planned = frontend.planExpression(text, schema, context);
    return execution.compute(planned.expression(), planned.subqueries());
  }

  @Override
  public void close() {
    execution.close();
    query.spill().close();
    query.memory().close();
  }
}
