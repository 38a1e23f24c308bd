// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function with its arguments, or whatever ClickHouse's parser turns into one. By that parser's
 * rules {@code count(DISTINCT x)} is {@code countDistinct(x)} and {@code sum(x) FILTER (WHERE c)}
 * is {@code sumIf(x, c)}.
 *
 * @param name as written (case matters for most functions), or the function behind an operator
 * @param parameters of a parametric function, {@code p} in {@code f(p)(x)}; mostly empty
 * @param arguments those that a lambda, an alias or {@code *} may be among
 * @param nulls what an aggregate or window function does with NULLs
 * @param over the window of a window function; null for all others
 */
public record Call(
    Position position,
    String name,
    List<Expr> parameters,
    List<Expr> arguments,
    NullTreatment nulls,
    @Nullable Window over)
    implements Expr {

  /** What an aggregate or window function does with NULLs. */
  public enum NullTreatment {
    /** Nothing was said. */
    DEFAULT,
    /** {@code IGNORE NULLS}. */
    IGNORE,
    /** {@code RESPECT NULLS}. */
    RESPECT
  }

  public Call {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  /** A plain call. */
  public Call(Position position, String name, List<? extends Expr> arguments) {
    this(position, name, List.of(), List.copyOf(arguments), NullTreatment.DEFAULT, null);
  }

  /** A plain call from nowhere. */
  public static Call of(String name, Expr... arguments) {
    return new Call(Position.NONE, name, List.of(arguments));
  }

  /** Whether it is nothing but a name and arguments. */
  public boolean isPlain() {
    return parameters.isEmpty() && nulls == NullTreatment.DEFAULT && over == null;
  }

  /** The same call with other arguments. */
  public Call withArguments(List<? extends Expr> newArguments) {
    return new Call(position, name, parameters, List.copyOf(newArguments), nulls, over);
  }

  /** Written out, as the one that records come with needs much more stack for a deep tree. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Call that
        && name.equals(that.name)
        && nulls == that.nulls
        && parameters.equals(that.parameters)
        && arguments.equals(that.arguments)
        && Objects.equals(over, that.over);
  }

  @Override
  public int hashCode() {
    int hash = name.hashCode() * 31 + parameters.hashCode();
    return (hash * 31 + arguments.hashCode()) * 31 + Objects.hashCode(over);
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.call(this);
  }
}
