// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.from.TableSources;
import io.twinhouse.sql.analyse.scope.AliasCollector;
import io.twinhouse.sql.analyse.scope.Analysis;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.PlanDependencies;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names of a parsed query their meaning and its expressions their types. One analyser
 * serves one statement.
 */
public final class Analyser {

  private final AnalysisContext context;

  /**
   * An analyser.
   *
   * @param settings in force, by name: the session's and those of the statement
   */
  public Analyser(
      PlanningContext planning,
      RelOptCluster cluster,
      RexFactory rex,
      Map<String, String> settings) {
    this.context = new AnalysisContext(planning, cluster, rex, settings, new Rooms());
  }

  /**
   * Analyses a query.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException what the server would say of it
   */
  public RelQuery analyse(Query query) {
    Relation relation = new QueryAnalyser(context, null, false).analyse(query);
    context.checkAccess();
    context.checkPlanning();
    return new RelQuery(relation.rel(), relation.names(), context.subqueries());
  }

  /** The sub-queries met so far, by position. */
  public List<RelNode> subqueries() {
    context.checkAccess();
    return context.subqueries();
  }

  /** What of the catalog the queries analysed so far depend on. */
  public PlanDependencies dependencies() {
    return context.dependencies();
  }

  private static final class Rooms implements Analysis {

    @Override
    public Relation query(AnalysisContext context, Query query, @Nullable Scope parent) {
      boolean derived = parent == null || !parent.allowsCorrelation();
      return new QueryAnalyser(context, parent, derived).analyse(query);
    }

    @Override
    public RexNode expression(Expr expression, Scope scope) {
      return new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
    }

    @Override
    public boolean isTable(Identifier name, Scope scope) {
      return new TableSources(scope).exists(name);
    }

    @Override
    public TableName tableName(Identifier name, Scope scope) {
      return new TableSources(scope).tableName(name);
    }
  }

  /** Binds an expression over the columns of {@code schema}. */
  public RexNode bind(Expr expression, Schema schema) {
    Select select = Select.builder().projections(List.of(expression)).build();
    Scope scope = new Scope(context, null, select);
    scope.setColumns(FromColumns.of(TableColumns.derived(null, schema.names(), schema.types())));
    AliasCollector.collect(scope, List.of());
    scope.checkAliases();
    return new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
  }
}
