// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

/**
 * One method for each kind of expression, called by {@link Expr#accept}.
 *
 * @param <R> what the visit gives back
 */
public interface ExprVisitor<R> {
  /** A number. */
  R number(Literal.Number number);

  /** A string. */
  R text(Literal.Text text);

  /** NULL. */
  R nullLiteral(Literal.Null nullLiteral);

  /** True or false. */
  R bool(Literal.Bool bool);

  /** A column, an alias, or a part of one. */
  R identifier(Identifier identifier);

  /** {@code *}, {@code t.*} or {@code COLUMNS(...)}. */
  R columnSet(ColumnSet columns);

  /** A function, an operator, or a form that stands for one. */
  R call(Call call);

  /** A lambda function. */
  R lambda(Expr.Lambda lambda);

  /** {@code BETWEEN}. */
  R between(Expr.Between between);

  /** A query in brackets. */
  R subquery(Expr.Subquery subquery);

  /** A query parameter. */
  R parameter(Expr.Parameter parameter);

  /** An expression with an alias. */
  R aliased(Expr.Aliased aliased);
}
