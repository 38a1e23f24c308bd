// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * INSERT.
 *
 * @param columns identifiers and column sets; null when no list was given
 */
public record Insert(
    Position position,
    Target target,
    @Nullable List<Expr> columns,
    List<SettingChange> settings,
    Source source)
    implements Statement {

  public Insert {
    columns = columns == null ? null : List.copyOf(columns);
    settings = List.copyOf(settings);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.insert(this);
  }

  /** The data that come with it, in the same text or apart; null for none. */
  public @Nullable Data data() {
    if (source instanceof Selected selected) {
      return selected.data();
    }
    return source instanceof Data data ? data : null;
  }

  /** Whether its rows are made of data that come with it. */
  public boolean readsData() {
    return source instanceof Selected selected
        ? Selected.readsInput(selected.query())
        : source instanceof Data;
  }

  /** Where the rows go. */
  public sealed interface Target permits Table, Function {}

  /** {@code INTO t}. */
  public record Table(Identifier name) implements Target {}

  /** {@code INTO FUNCTION f(...) [PARTITION BY expression]}. */
  public record Function(Call call, @Nullable Expr partitionBy) implements Target {}

  /** Where the rows come from. */
  public sealed interface Source permits Selected, Data, Infile {}

  /**
   * {@code INSERT INTO t SELECT ...}.
   *
   * @param data what the query's {@code input()} reads; null without
   */
  public record Selected(Query query, @Nullable Data data) implements Source {

    /** Whether a query reads the data of its INSERT. */
    public static boolean readsInput(Query query) {
      boolean[] found = new boolean[1];
      TreeParts.visit(
          query,
          part ->
              found[0] |=
                  part instanceof FromItem.Function function
                      && function.call().name().equals("input"));
      return found[0];
    }
  }

  /**
   * Rows in a format, behind the statement in the same text or sent apart from it. They are not
   * part of the statement, so where they are takes no part in equality.
   *
   * @param format {@code Values} for VALUES
   */
  public record Data(String format, Span span) implements Source {}

  /** {@code FROM INFILE 'path' [COMPRESSION 'method'] FORMAT format}. */
  public record Infile(String path, @Nullable String compression, @Nullable String format)
      implements Source {}

  /**
   * The place of data in the text that was parsed, in chars; all spans are equal.
   *
   * @param start index of the first char of the data
   * @param end index behind its last char; equal to the start if there is no data in the text
   */
  public record Span(int start, int end) {
    /** No data in the text. */
    public static final Span NONE = new Span(0, 0);

    /** Whether the text holds any data. */
    public boolean isEmpty() {
      return start == end;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Span;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
