// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SelectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT in the making: what its clauses hold so far, and each column of the node rendered last
 * as an expression over FROM.
 */
final class Draft {

  private final SelectBuilder clauses = Select.builder();
  private final @Nullable FromItem from;
  private @Nullable Expr where;
  private @Nullable Expr having;
  private List<Expr> columns;
  private Stage stage = Stage.FROM;
  private boolean distinct;

  Draft(@Nullable FromItem from, List<Expr> columns) {
    this.from = from;
    this.columns = List.copyOf(columns);
    clauses.from(from);
  }

  List<Expr> columns() {
    return columns;
  }

  Expr column(int index) {
    return columns.get(index);
  }

  void columns(List<Expr> newColumns) {
    columns = List.copyOf(newColumns);
  }

  /** Whether a clause of {@code wanted} can still be filled. */
  boolean isBefore(Stage wanted) {
    return stage.compareTo(wanted) < 0;
  }

  boolean isAtMost(Stage wanted) {
    return stage.compareTo(wanted) <= 0;
  }

  void advance(Stage reached) {
    stage = reached;
  }

  SelectBuilder clauses() {
    return clauses;
  }

  /** The bare table, if this draft is nothing else, so that a join need not wrap it. */
  @Nullable FromItem bareFrom() {
    return stage == Stage.FROM ? from : null;
  }

  void distinct() {
    distinct = true;
    clauses.distinct(true);
    advance(Stage.DISTINCT);
  }

  boolean isDistinct() {
    return distinct;
  }

  void where(List<Expr> conditions) {
    where = conjunction(where, conditions);
    advance(Stage.WHERE);
  }

  void having(List<Expr> conditions) {
    having = conjunction(having, conditions);
    advance(Stage.HAVING);
  }

  void groupBy(List<Expr> keys, boolean totals) {
    GroupBy.Kind kind = keys.isEmpty() ? GroupBy.Kind.NONE : GroupBy.Kind.PLAIN;
    if (!keys.isEmpty() || totals) {
      List<List<Expr>> sets = keys.isEmpty() ? List.of() : List.of(keys);
      clauses.groupBy(new GroupBy(Position.NONE, kind, sets, totals));
    }
    advance(Stage.GROUP);
  }

  private static Expr conjunction(@Nullable Expr first, List<Expr> more) {
    List<Expr> all = new ArrayList<>();
    if (first instanceof Call call && call.name().equals("and") && call.isPlain()) {
      all.addAll(call.arguments());
    } else if (first != null) {
      all.add(first);
    }
    all.addAll(more);
    return all.size() == 1 ? all.get(0) : Call.of("and", all.toArray(Expr[]::new));
  }

  /** The SELECT with one alias a column; where only the number of rows counts, a constant. */
  Query select(List<String> names) {
    List<Expr> projections = new ArrayList<>();
    if (columns.isEmpty()) {
      projections.add(ConstantRenderer.number("1"));
    }
    for (int i = 0; i < columns.size(); i++) {
      projections.add(new Expr.Aliased(Position.NONE, columns.get(i), names.get(i)));
    }
    return clauses.projections(projections).where(where).having(having).build();
  }
}
