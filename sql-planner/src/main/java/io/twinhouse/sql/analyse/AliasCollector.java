// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
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
final class AliasCollector implements ExprVisitor<@Nullable Void> {

  private final Scope scope;

  private AliasCollector(Scope scope) {
    this.scope = scope;
  }

  static void collect(Scope scope, List<WithItem> with) {
    AliasCollector collector = new AliasCollector(scope);
    for (WithItem item : with) {
      if (item instanceof WithItem.Expression expression) {
        collector.visit(expression.expression());
      } else if (item instanceof WithItem.Named named) {
        scope.addTable(named);
      }
    }
    Select select = scope.select();
    select.projections().forEach(collector::visit);
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
      visitWindow(window.definition());
    }
  }

  /** Aliases in ON; those of ARRAY JOIN are columns of FROM, not aliases. */
  private void visitFrom(@Nullable FromItem from) {
    if (from instanceof FromItem.Join join) {
      visitFrom(join.left());
      visitFrom(join.right());
      if (join.condition() instanceof FromItem.On on) {
        visit(on.expression());
      }
    } else if (from instanceof FromItem.ArrayJoin arrayJoin) {
      visitFrom(arrayJoin.left());
    }
  }

  private void visitWindow(Window.Definition window) {
    window.partitionBy().forEach(this::visit);
    window.orderBy().forEach(item -> visit(item.expression()));
  }

  private void visit(@Nullable Expr expression) {
    if (expression != null) {
      expression.accept(this);
    }
  }

  @Override
  public @Nullable Void aliased(Expr.Aliased aliased) {
    Scope.Alias known = scope.alias(aliased.alias());
    if (known == null) {
      scope.addAlias(aliased.alias(), aliased.expression());
    } else if (!known.expression.equals(aliased.expression())) {
      String alias = " AS " + aliased.alias();
      throw Failures.of(
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
              + ".");
    }
    return aliased.expression().accept(this);
  }

  @Override
  public @Nullable Void call(Call call) {
    call.parameters().forEach(this::visit);
    call.arguments().forEach(this::visit);
    if (call.over() instanceof Window.Definition definition) {
      visitWindow(definition);
    }
    return null;
  }

  @Override
  public @Nullable Void between(Expr.Between between) {
    visit(between.value());
    visit(between.low());
    visit(between.high());
    return null;
  }

  @Override
  public @Nullable Void columnSet(ColumnSet columns) {
    return null;
  }

  @Override
  public @Nullable Void lambda(Expr.Lambda lambda) {
    return null;
  }

  @Override
  public @Nullable Void subquery(Expr.Subquery subquery) {
    return null;
  }

  @Override
  public @Nullable Void parameter(Expr.Parameter parameter) {
    return null;
  }

  @Override
  public @Nullable Void identifier(Identifier identifier) {
    return null;
  }

  @Override
  public @Nullable Void number(Literal.Number number) {
    return null;
  }

  @Override
  public @Nullable Void text(Literal.Text text) {
    return null;
  }

  @Override
  public @Nullable Void nullLiteral(Literal.Null nullLiteral) {
    return null;
  }

  @Override
  public @Nullable Void bool(Literal.Bool bool) {
    return null;
  }
}
