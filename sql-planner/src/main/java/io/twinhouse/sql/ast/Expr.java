// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;

/** An expression. Operators, casts, conditionals and intervals are {@link Call}s. */
public sealed interface Expr extends Node
    permits Literal,
        Identifier,
        ColumnSet,
        Call,
        Expr.Lambda,
        Expr.Between,
        Expr.Subquery,
        Expr.Parameter,
        Expr.Aliased {

  /** Calls the method of {@code visitor} for this kind of expression. */
  <R> R accept(ExprVisitor<R> visitor);

  /**
   * {@code x -> x + 1} or {@code (x, y) -> x + y}.
   *
   * @param parameters names of the parameters, possibly none
   */
  record Lambda(Position position, List<String> parameters, Expr body) implements Expr {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.lambda(this);
    }
  }

  /**
   * {@code value BETWEEN low AND high}. ClickHouse rewrites it to {@code and(greaterOrEquals(value,
   * low), lessOrEquals(value, high))}, and negated to {@code or(less(value, low), greater(value,
   * high))}, and names the column so; kept whole here, as that writes {@code value} twice.
   */
  record Between(Position position, Expr value, Expr low, Expr high, boolean negated)
      implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.between(this);
    }
  }

  /** A query in brackets: a scalar, the right side of IN, or the argument of {@code exists}. */
  record Subquery(Position position, Query query) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.subquery(this);
    }
  }

  /** {@code {name:Type}}: a value that comes with the query. */
  record Parameter(Position position, String name, TypeName type) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.parameter(this);
    }
  }

  /** {@code expression AS alias}, which may stand anywhere within an expression. */
  record Aliased(Position position, Expr expression, String alias) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.aliased(this);
    }
  }
}
