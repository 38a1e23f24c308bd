// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT. {@code DISTINCT ON (a, b)} is {@code LIMIT 1 BY a, b}, as in ClickHouse.
 *
 * @param recursive {@code WITH RECURSIVE}
 * @param projections the columns asked for, at least one; aliases are {@link Expr.Aliased}
 * @param from null when nothing is read
 * @param windows the WINDOW clause
 */
public record Select(
    Position position,
    List<WithItem> with,
    boolean recursive,
    boolean distinct,
    List<Expr> projections,
    @Nullable FromItem from,
    @Nullable Expr prewhere,
    @Nullable Expr where,
    @Nullable GroupBy groupBy,
    @Nullable Expr having,
    List<Window.Named> windows,
    @Nullable Expr qualify,
    @Nullable OrderBy orderBy,
    @Nullable LimitBy limitBy,
    @Nullable Limit limit,
    List<SettingChange> settings)
    implements Query {

  public Select {
    with = List.copyOf(with);
    projections = List.copyOf(projections);
    windows = List.copyOf(windows);
    settings = List.copyOf(settings);
  }

  /** A builder with nothing in it. */
  public static SelectBuilder builder() {
    return new SelectBuilder();
  }

  /** A builder that starts from this SELECT. */
  public SelectBuilder toBuilder() {
    return new SelectBuilder()
        .position(position)
        .with(with, recursive)
        .distinct(distinct)
        .projections(projections)
        .from(from)
        .prewhere(prewhere)
        .where(where)
        .groupBy(groupBy)
        .having(having)
        .windows(windows)
        .qualify(qualify)
        .orderBy(orderBy)
        .limitBy(limitBy)
        .limit(limit)
        .settings(settings);
  }
}
