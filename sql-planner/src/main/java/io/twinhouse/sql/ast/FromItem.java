// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What FROM reads. A join in brackets is a sub-query {@code SELECT *} over it, as in ClickHouse.
 */
public sealed interface FromItem extends Node
    permits FromItem.Table, FromItem.Join, FromItem.ArrayJoin {

  /**
   * A table, a table function or a sub-query.
   *
   * @param alias null for none
   * @param columns new names for the columns, {@code AS t (a, b)}; empty for none
   * @param isFinal FINAL was asked for
   * @param sample null when all rows are read
   */
  record Table(
      Position position,
      Source source,
      @Nullable String alias,
      List<String> columns,
      boolean isFinal,
      @Nullable Sample sample)
      implements FromItem {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Two sides joined.
   *
   * @param locality GLOBAL or LOCAL, or neither
   * @param strictness null when not given: join_default_strictness decides
   * @param condition null for CROSS, COMMA and PASTE, and for a join without any
   */
  record Join(
      Position position,
      FromItem left,
      FromItem right,
      Locality locality,
      JoinKind kind,
      @Nullable Strictness strictness,
      @Nullable Condition condition)
      implements FromItem {
    /** Written out, as the one that records come with needs much more stack for many joins. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Join that
          && locality == that.locality
          && kind == that.kind
          && strictness == that.strictness
          && Objects.equals(condition, that.condition)
          && right.equals(that.right)
          && left.equals(that.left);
    }

    @Override
    public int hashCode() {
      return (left.hashCode() * 31 + right.hashCode()) * 31 + kind.hashCode();
    }
  }

  /** {@code left [LEFT] ARRAY JOIN expressions}; {@code outer} for LEFT. */
  record ArrayJoin(Position position, FromItem left, boolean outer, List<Expr> expressions)
      implements FromItem {
    public ArrayJoin {
      expressions = List.copyOf(expressions);
    }
  }

  /** Where the rows of a table come from. */
  sealed interface Source permits Named, Function, Derived {}

  /** A table by name, {@code t} or {@code db.t}. */
  record Named(Identifier name) implements Source {}

  /**
   * A table function.
   *
   * @param settings {@code SETTINGS} among its arguments
   */
  record Function(Call call, List<SettingChange> settings) implements Source {
    public Function {
      settings = List.copyOf(settings);
    }
  }

  /** A sub-query. */
  record Derived(Query query) implements Source {}

  /** {@code SAMPLE ratio OFFSET offset}; a ratio above 1 counts rows. */
  record Sample(Ratio ratio, @Nullable Ratio offset) {}

  /** {@code numerator / denominator} in exact text; the denominator is "1" when not given. */
  record Ratio(String numerator, String denominator) {}

  /** Where a distributed join runs. */
  enum Locality {
    UNSPECIFIED,
    LOCAL,
    GLOBAL
  }

  /** Which unmatched rows stay. */
  enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS,
    COMMA,
    PASTE
  }

  /** What several matches give. */
  enum Strictness {
    ANY,
    ALL,
    ASOF,
    SEMI,
    ANTI
  }

  /** When rows match. */
  sealed interface Condition permits On, Using, Natural {}

  /** {@code ON expression}. */
  record On(Expr expression) implements Condition {}

  /** {@code NATURAL JOIN}: on all columns that both sides have. */
  record Natural() implements Condition {}

  /** {@code USING (a, b)}. */
  record Using(List<Expr> columns) implements Condition {
    public Using {
      columns = List.copyOf(columns);
    }
  }
}
