// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.ast.WithItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enters every alias of a SELECT into its scope, wherever within its expressions it stands;
 * sub-queries and bodies of lambdas keep theirs to themselves.
 */
public final class AliasCollector {

  private final Scope scope;

  private AliasCollector(Scope scope) {
    this.scope = scope;
  }

  public static void collect(Scope scope, List<WithItem> with) {
    AliasCollector collector = new AliasCollector(scope);
    for (WithItem item : with) {
      if (item instanceof WithItem.Expression expression) {
        collector.visit(expression.expression());
        if (expression.expression() instanceof Expr.Aliased aliased) {
          scope.declare(aliased.expression());
        }
      } else if (item instanceof WithItem.Named named) {
        scope.addTable(named);
      }
    }
    Select select = scope.select();
    select.projections().forEach(collector::visit);
    ReplacedColumns.check(select, scope.context().isOn("prefer_column_name_to_alias", false));
    collector.visit(select.prewhere());
    collector.visit(select.where());
    if (select.groupBy() != null) {
      select.groupBy().sets().forEach(set -> set.forEach(collector::visit));
    }
    collector.visit(select.having());
    collector.visit(select.qualify());
    collector.visitOrder(select);
    collector.visitFrom(select.from());
  }

  private void visitOrder(Select select) {
    OrderBy order = select.orderBy();
    if (order != null) {
      order.items().forEach(item -> visit(item.expression()));
    }
    if (select.limitBy() != null) {
      select.limitBy().keys().forEach(this::visit);
    }
    for (Window.Named window : select.windows()) {
      Operands.of(window.definition()).forEach(this::visit);
    }
  }

  /** Aliases in ON and within ARRAY JOIN, whose own are columns of FROM, not aliases. */
  private void visitFrom(@Nullable FromItem from) {
    if (from instanceof FromItem.Join join) {
      visitFrom(join.left());
      visitFrom(join.right());
      if (join.condition() instanceof FromItem.On on) {
        visit(on.expression());
      }
    } else if (from instanceof FromItem.ArrayJoin arrayJoin) {
      visitFrom(arrayJoin.left());
      for (Expr array : arrayJoin.expressions()) {
        visit(array instanceof Expr.Aliased aliased ? aliased.expression() : array);
      }
    }
  }

  private void visit(@Nullable Expr expression) {
    if (expression instanceof Expr.Aliased aliased) {
      enter(aliased);
    }
    if (expression != null) {
      Operands.of(expression).forEach(this::visit);
    }
  }

  private void enter(Expr.Aliased aliased) {
    Scope.Alias known = scope.alias(aliased.alias());
    if (known == null) {
      scope.addAlias(aliased.alias(), aliased.expression());
    } else if (!known.expression.equals(aliased.expression())) {
      String alias = " AS " + aliased.alias();
      scope.refuseAlias(
          Failures.of(
              ErrorCode.MULTIPLE_EXPRESSIONS_FOR_ALIAS,
              "Multiple expressions "
                  + ScopeText.of(aliased.expression())
                  + alias
                  + " and "
                  + ScopeText.of(known.expression)
                  + alias
                  + " for alias "
                  + aliased.alias()
                  + ". In scope "
                  + scope.text()
                  + "."));
    }
  }
}
