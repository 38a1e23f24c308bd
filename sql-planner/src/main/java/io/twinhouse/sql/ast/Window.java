// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows OVER. */
public sealed interface Window extends Node permits Window.Reference, Window.Definition {

  /** {@code OVER w}. */
  record Reference(Position position, String name) implements Window {}

  /**
   * {@code (base PARTITION BY ... ORDER BY ... frame)}.
   *
   * @param base a named window to build on; null for none
   * @param frame null when not given
   */
  record Definition(
      Position position,
      @Nullable String base,
      List<Expr> partitionBy,
      List<OrderBy.Item> orderBy,
      @Nullable Frame frame)
      implements Window {
    public Definition {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }
  }

  /** {@code name AS (definition)} in the WINDOW clause. */
  record Named(Position position, String name, Definition definition) implements Node {}

  /**
   * {@code ROWS BETWEEN start AND end}.
   *
   * @param end null when only the start was given, which means CURRENT ROW
   */
  record Frame(Position position, FrameUnit unit, Bound start, @Nullable Bound end)
      implements Node {}

  /** What the distances of a frame count. */
  enum FrameUnit {
    ROWS,
    RANGE,
    GROUPS
  }

  /** Where a bound lies. */
  enum BoundKind {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  /**
   * One end of a frame.
   *
   * @param distance given for PRECEDING and FOLLOWING only
   */
  record Bound(BoundKind kind, @Nullable Expr distance) {
    public Bound {
      boolean wanted = kind == BoundKind.PRECEDING || kind == BoundKind.FOLLOWING;
      if (wanted != (distance != null)) {
        throw new IllegalArgumentException(kind + " with distance " + distance);
      }
    }
  }
}
