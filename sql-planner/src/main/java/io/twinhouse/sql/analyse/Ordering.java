// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.plan.RowCount;
import io.twinhouse.sql.analyse.SelectExpressions.SortItem;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import io.twinhouse.sql.analyse.scope.Captures;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.PortionRows;
import io.twinhouse.sql.rel.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/** Puts the result's columns, DISTINCT, ORDER BY, LIMIT BY and LIMIT in place. */
final class Ordering {

  private final Scope scope;
  private final Select select;
  private final SelectExpressions expressions;
  private final Stage stage;
  private final LimitSettings settings;

  Ordering(Scope scope, SelectExpressions expressions, Stage stage, LimitSettings settings) {
    this.settings = settings;
    this.scope = scope;
    this.select = scope.select();
    this.expressions = expressions;
    this.stage = stage;
  }

  static RelFieldCollation key(int column, Direction direction) {
    return new RelFieldCollation(
        column,
        direction.descending()
            ? RelFieldCollation.Direction.DESCENDING
            : RelFieldCollation.Direction.ASCENDING,
        direction.nullsFirst()
            ? RelFieldCollation.NullDirection.FIRST
            : RelFieldCollation.NullDirection.LAST);
  }

  RelNode apply() {
    int width = expressions.projections().size();
    List<RexNode> columns = new ArrayList<>(stage.rewrite(expressions.projections()));
    List<String> names = new ArrayList<>(expressions.names());
    List<RelFieldCollation> order = new ArrayList<>();
    boolean filled = Filling.isAsked(select.orderBy());
    List<Integer> places = new ArrayList<>();
    for (SortItem item : expressions.orderBy()) {
      boolean constant =
          Captures.of(stage.rewrite(List.of(item.value())).get(0)).isEmpty()
              && RexUtil.isDeterministic(item.value());
      DynamicKeys.checkOrder(item.value(), scope.context());
      if (constant && !filled) {
        continue;
      }
      int place = place(item.value(), columns, names);
      places.add(place);
      if (!constant) {
        order.add(key(place, item.direction()));
      }
    }
    List<Integer> limitBy = new ArrayList<>();
    expressions.limitBy().forEach(key -> limitBy.add(place(key, columns, names)));

    RelNode rel = Relations.project(stage.rel(), columns, names);
    if (select.distinct()) {
      rel = DistinctRows.of(rel, IntStream.range(0, width).boxed().toList());
    }
    RelCollation collation = RelCollations.of(order);
    rel = limitBy(Relations.sort(rel, collation), limitBy);
    List<Integer> shown = shown(width, columns, filled ? places : List.of());
    rel = new Filling(scope, expressions.names(), shown).apply(rel, places);
    rel = limit(rel, collation);
    boolean whole = columns.size() == width && !filled;
    return whole ? rel : Relations.choose(rel, shown);
  }

  /** The columns of the result: one that shows a filled key again is that key. */
  private static List<Integer> shown(int width, List<RexNode> columns, List<Integer> places) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int first = columns.indexOf(columns.get(i));
      shown.add(places.contains(first) ? first : i);
    }
    return shown;
  }

  /** Whether LIMIT 0 ends the result before its first row. */
  boolean endsAtOnce() {
    Limit limit = select.limit();
    return limit != null
        && limit.count() != null
        && RowCounts.of(scope, limit.count(), "LIMIT", RowCount.ALL).equals(RowCount.NONE);
  }

  /** The position of {@code expression} among the columns, appended where it is none of them. */
  private int place(RexNode expression, List<RexNode> columns, List<String> names) {
    RexNode rewritten = stage.rewrite(expression);
    int known = columns.indexOf(rewritten);
    if (known >= 0) {
      return known;
    }
    columns.add(rewritten);
    boolean column = rewritten instanceof RexInputRef;
    names.add(
        column
            ? stage.rel().getRowType().getFieldNames().get(((RexInputRef) rewritten).getIndex())
            : "expr");
    return columns.size() - 1;
  }

  private RelNode limitBy(RelNode rel, List<Integer> keys) {
    LimitBy limitBy = select.limitBy();
    if (limitBy == null) {
      return rel;
    }
    RowCount count = number(limitBy.count(), "LIMIT");
    RowCount offset = number(limitBy.offset(), "OFFSET");
    return offset instanceof RowCount.First skipped && count instanceof RowCount.First taken
        ? LimitByKeys.of(rel, keys, skipped.rows(), taken.rows())
        : new KeyPortion(scope.context().rex()).of(rel, keys, offset, count);
  }

  private RelNode limit(RelNode rel, RelCollation order) {
    Limit limit = select.limit();
    if (limit == null) {
      return settings.areSet() ? portion(rel, RowCount.NONE, RowCount.ALL, false, order) : rel;
    }
    RowCount offset = RowCounts.of(scope, limit.offset(), "OFFSET", RowCount.NONE);
    RowCount count = RowCounts.of(scope, limit.count(), "LIMIT", RowCount.ALL);
    return portion(rel, offset, count, limit.withTies(), order);
  }

  private RelNode portion(
      RelNode rel, RowCount written, RowCount rowsWritten, boolean withTies, RelCollation order) {
    RowCount offset = settings.offset(written);
    RowCount count = settings.count(rowsWritten);
    RelCollation ties = withTies ? order : RelCollations.EMPTY;
    boolean alike = withTies && order.getFieldCollations().isEmpty();
    if (offset instanceof RowCount.First skipped && count instanceof RowCount.First taken) {
      // in an order by constants all rows are alike
      long rows = alike && taken.rows() > 0 ? Long.MAX_VALUE : taken.rows();
      return LimitRows.of(rel, skipped.rows(), rows, ties);
    }
    RowCounts.check(offset, count, withTies);
    return PortionRows.of(rel, offset, alike ? RowCount.ALL : count, ties);
  }

  private RowCount number(@Nullable Expr expression, String clause) {
    RowCount count = RowCounts.of(scope, expression, clause, RowCount.NONE);
    if (count instanceof RowCount.Share) {
      throw Failures.notImplemented("A fractional " + clause + " of LIMIT BY");
    }
    return count;
  }
}
