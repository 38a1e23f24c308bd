// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ORDER BY. {@code ORDER BY ALL} is one item of the identifier {@code all}, and {@code all} is set.
 *
 * @param interpolate null when INTERPOLATE is not there; empty when it names no columns
 */
public record OrderBy(
    Position position, List<Item> items, boolean all, @Nullable List<Interpolation> interpolate)
    implements Node {
  public OrderBy {
    items = List.copyOf(items);
    interpolate = interpolate == null ? null : List.copyOf(interpolate);
  }

  /** Where NULL and NaN go. */
  public enum Nulls {
    /** Not said: last, whatever the direction. */
    DEFAULT,
    FIRST,
    LAST
  }

  /**
   * One key.
   *
   * @param collation null for none
   * @param fill null for none
   */
  public record Item(
      Position position,
      Expr expression,
      boolean descending,
      Nulls nulls,
      @Nullable String collation,
      @Nullable Fill fill)
      implements Node {}

  /**
   * {@code WITH FILL FROM from TO to STEP step STALENESS staleness}; null for what is not there.
   */
  public record Fill(
      @Nullable Expr from, @Nullable Expr to, @Nullable Expr step, @Nullable Expr staleness) {}

  /** {@code column AS expression}; the expression is the column itself when not given. */
  public record Interpolation(Position position, String column, Expr expression) implements Node {}
}
