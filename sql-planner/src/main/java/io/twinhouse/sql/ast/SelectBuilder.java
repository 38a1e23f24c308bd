// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Select} together, clause by clause. Not safe for several threads. */
public final class SelectBuilder {
  private Position position = Position.NONE;
  private List<WithItem> with = List.of();
  private boolean recursive;
  private boolean distinct;
  private List<? extends Expr> projections = List.of();
  private @Nullable FromItem from;
  private @Nullable Expr prewhere;
  private @Nullable Expr where;
  private @Nullable GroupBy groupBy;
  private @Nullable Expr having;
  private @Nullable Expr qualify;
  private @Nullable OrderBy orderBy;
  private @Nullable LimitBy limitBy;
  private @Nullable Limit limit;
  private List<Window.Named> windows = List.of();
  private List<SettingChange> settings = List.of();

  SelectBuilder() {}

  /** Sets where the SELECT starts. */
  public SelectBuilder position(Position value) {
    position = value;
    return this;
  }

  /** Sets WITH. */
  public SelectBuilder with(List<WithItem> value, boolean isRecursive) {
    with = value;
    recursive = isRecursive;
    return this;
  }

  /** Sets DISTINCT. */
  public SelectBuilder distinct(boolean value) {
    distinct = value;
    return this;
  }

  /** Sets the columns asked for. */
  public SelectBuilder projections(List<? extends Expr> value) {
    projections = value;
    return this;
  }

  /** Sets the WINDOW clause. */
  public SelectBuilder windows(List<Window.Named> value) {
    windows = value;
    return this;
  }

  /** Sets SETTINGS. */
  public SelectBuilder settings(List<SettingChange> value) {
    settings = value;
    return this;
  }

  /** Sets PREWHERE; null for none. */
  public SelectBuilder prewhere(@Nullable Expr value) {
    prewhere = value;
    return this;
  }

  /** Sets WHERE; null for none. */
  public SelectBuilder where(@Nullable Expr value) {
    where = value;
    return this;
  }

  /** Sets GROUP BY; null for none. */
  public SelectBuilder groupBy(@Nullable GroupBy value) {
    groupBy = value;
    return this;
  }

  /** Sets HAVING; null for none. */
  public SelectBuilder having(@Nullable Expr value) {
    having = value;
    return this;
  }

  /** Sets QUALIFY; null for none. */
  public SelectBuilder qualify(@Nullable Expr value) {
    qualify = value;
    return this;
  }

  /** Sets ORDER BY; null for none. */
  public SelectBuilder orderBy(@Nullable OrderBy value) {
    orderBy = value;
    return this;
  }

  /** Sets LIMIT BY; null for none. */
  public SelectBuilder limitBy(@Nullable LimitBy value) {
    limitBy = value;
    return this;
  }

  /** Sets LIMIT and OFFSET; null for none. */
  public SelectBuilder limit(@Nullable Limit value) {
    limit = value;
    return this;
  }

  /** Sets what is read; null for none. */
  public SelectBuilder from(@Nullable FromItem value) {
    from = value;
    return this;
  }

  /** The SELECT. */
  public Select build() {
    return new Select(
        position,
        with,
        recursive,
        distinct,
        List.copyOf(projections),
        from,
        prewhere,
        where,
        groupBy,
        having,
        windows,
        qualify,
        orderBy,
        limitBy,
        limit,
        settings);
  }
}
