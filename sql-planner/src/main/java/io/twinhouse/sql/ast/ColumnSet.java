// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that stands for several columns: {@code *}, {@code t.*}, {@code COLUMNS('regexp')},
 * {@code t.COLUMNS(a, b)}, each with what is done to the columns found.
 *
 * @param qualifier the table whose columns are meant; null for all tables
 * @param transformers EXCEPT, REPLACE and APPLY, in the order in which they work
 */
public record ColumnSet(
    Position position,
    @Nullable Identifier qualifier,
    Selection selection,
    List<Transformer> transformers)
    implements Expr {

  public ColumnSet {
    transformers = List.copyOf(transformers);
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.columnSet(this);
  }

  /** Which columns. */
  public sealed interface Selection permits All, Matching, Listed {}

  /** {@code *}. */
  public record All() implements Selection {}

  /** {@code COLUMNS('regexp')}: those whose name contains a match (RE2 syntax). */
  public record Matching(String regexp) implements Selection {}

  /** {@code COLUMNS(a, t.b)}. */
  public record Listed(List<Identifier> columns) implements Selection {
    public Listed {
      columns = List.copyOf(columns);
    }
  }

  /** What is done to the columns. */
  public sealed interface Transformer extends Node permits Except, ExceptMatching, Replace, Apply {}

  /** {@code EXCEPT [STRICT] (a, b)}; strict: a name that is no column is an error. */
  public record Except(Position position, List<Identifier> columns, boolean strict)
      implements Transformer {
    public Except {
      columns = List.copyOf(columns);
    }
  }

  /** {@code EXCEPT('regexp')}. */
  public record ExceptMatching(Position position, String regexp) implements Transformer {}

  /**
   * {@code REPLACE [STRICT] (expression AS column, ...)}; strict: a name that is no column is an
   * error.
   */
  public record Replace(Position position, List<Expr.Aliased> columns, boolean strict)
      implements Transformer {
    public Replace {
      columns = List.copyOf(columns);
    }
  }

  /**
   * {@code APPLY function}, {@code APPLY(function, 'prefix')} or {@code APPLY(x -> ...)}.
   *
   * @param function a call without arguments, or a lambda of one parameter
   * @param prefix null for none; names nothing
   */
  public record Apply(Position position, Expr function, @Nullable String prefix)
      implements Transformer {}
}
