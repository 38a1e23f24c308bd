// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Window;
import java.util.ArrayList;
import java.util.List;

/** The expressions right below one, of the same scope: not those of a sub-query or a lambda. */
public final class Operands implements ExprVisitor<List<Expr>> {

  static final Operands INSTANCE = new Operands();

  private Operands() {}

  /** The operands of {@code expression}; none for a leaf. */
  public static List<Expr> of(Expr expression) {
    return expression.accept(INSTANCE);
  }

  /** The expressions of a window's definition. */
  static List<Expr> of(Window.Definition window) {
    List<Expr> operands = new ArrayList<>(window.partitionBy());
    window.orderBy().forEach(item -> operands.add(item.expression()));
    return operands;
  }

  @Override
  public List<Expr> aliased(Expr.Aliased aliased) {
    return List.of(aliased.expression());
  }

  @Override
  public List<Expr> call(Call call) {
    List<Expr> operands = new ArrayList<>(call.parameters());
    operands.addAll(call.arguments());
    if (call.over() instanceof Window.Definition definition) {
      operands.addAll(of(definition));
    }
    return operands;
  }

  @Override
  public List<Expr> between(Expr.Between between) {
    return List.of(between.value(), between.low(), between.high());
  }

  @Override
  public List<Expr> columnSet(ColumnSet columns) {
    return List.of();
  }

  @Override
  public List<Expr> lambda(Expr.Lambda lambda) {
    return List.of();
  }

  @Override
  public List<Expr> subquery(Expr.Subquery subquery) {
    return List.of();
  }

  @Override
  public List<Expr> parameter(Expr.Parameter parameter) {
    return List.of();
  }

  @Override
  public List<Expr> identifier(Identifier identifier) {
    return List.of();
  }

  @Override
  public List<Expr> number(Literal.Number number) {
    return List.of();
  }

  @Override
  public List<Expr> text(Literal.Text text) {
    return List.of();
  }

  @Override
  public List<Expr> nullLiteral(Literal.Null nullLiteral) {
    return List.of();
  }

  @Override
  public List<Expr> bool(Literal.Bool bool) {
    return List.of();
  }
}
