// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.SqlFrontend;
import io.twinhouse.engine.frontend.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the statements that a test has put there, by their text. */
public final class ToyFrontend implements SqlFrontend {

  static final Map<String, Statement> STATEMENTS = new ConcurrentHashMap<>();

  @Override
  public List<String> split(String script) {
    return List.of(script.split(";"));
  }

  @Override
  public Statement prepare(String sql, PlanningContext context) {
    Statement statement = STATEMENTS.get(sql.strip());
    if (statement == null) {
      throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Syntax error: " + sql);
    }
    return statement;
  }

  @Override
  public Expression compileExpression(String text, Schema schema, PlanningContext context) {
    throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Syntax error: " + text);
  }
}
