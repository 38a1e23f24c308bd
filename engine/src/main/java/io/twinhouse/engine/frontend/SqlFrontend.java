// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import java.util.List;
import java.util.Map;

/** Turns query text into something the engine can run; found by {@link java.util.ServiceLoader}. */
public interface SqlFrontend {

  /** The statements of a script, in order, each without its semicolon. */
  List<String> split(String script);

  /**
   * Parses, analyses, rewrites and plans one statement.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException SYNTAX_ERROR, UNKNOWN_IDENTIFIER, ...
   */
  Statement prepare(String sql, PlanningContext context);

  /** Binds one expression over the columns of {@code schema}. */
  Expression compileExpression(String text, Schema schema, PlanningContext context);

  /** Binds one expression over the columns of {@code schema} and plans its sub-queries. */
  default PlannedExpression planExpression(String text, Schema schema, PlanningContext context) {
    return new PlannedExpression(compileExpression(text, schema, context), Map.of());
  }

  /**
   * What a dictionary of the catalog is.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED without dictionaries
   */
  default LookupDefinition lookup(TableDefinition dictionary, PlanningContext context) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Dictionaries are not supported by this front end");
  }
}
