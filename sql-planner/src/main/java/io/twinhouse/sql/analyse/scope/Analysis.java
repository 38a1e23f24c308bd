// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms of the analysis ask of those built on them: a query holds expressions, which hold
 * queries. One thread; all errors are those that the server would tell.
 */
public interface Analysis {

  /**
   * Analyses a query within another.
   *
   * @param parent the scope around it, null for none
   */
  Relation query(AnalysisContext context, Query query, @Nullable Scope parent);

  /** Binds {@code expression} over the columns of FROM of {@code scope}. */
  RexNode expression(Expr expression, Scope scope);

  /** Whether {@code name}, seen from {@code scope}, is a query of WITH or in the catalog. */
  boolean isTable(Identifier name, Scope scope);

  /** The table of the catalog that {@code name}, seen from {@code scope}, would be. */
  TableName tableName(Identifier name, Scope scope);
}
