// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.frontend.PlannedExpression;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.SqlFrontend;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.lookup.Dictionaries;
import io.twinhouse.sql.prepare.PlanCache;
import io.twinhouse.sql.prepare.QueryPlanner;
import io.twinhouse.sql.prepare.Scripts;
import java.util.List;

/** ClickHouse's dialect, planned with Calcite. Thread-safe. */
public final class CalciteSqlFrontend implements SqlFrontend {

  private final PlanCache plans = new PlanCache();

  /** For ServiceLoader. */
  public CalciteSqlFrontend() {}

  @Override
  public List<String> split(String script) {
    return Scripts.split(script);
  }

  @Override
  public Statement prepare(String sql, PlanningContext context) {
    return plans.prepare(sql, context);
  }

  @Override
  public LookupDefinition lookup(TableDefinition dictionary, PlanningContext context) {
    return new Dictionaries(context, QueryPlanner::constant).definition(dictionary);
  }

  @Override
  public Expression compileExpression(String text, Schema schema, PlanningContext context) {
    return QueryPlanner.compile(text, schema, context);
  }

  @Override
  public PlannedExpression planExpression(String text, Schema schema, PlanningContext context) {
    return QueryPlanner.planned(text, schema, context);
  }
}
