// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.analyse.SelectExpressions.SortItem;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import io.twinhouse.sql.analyse.scope.Captures;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
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

  Ordering(Scope scope, SelectExpressions expressions, Stage stage) {
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
    for (SortItem item : expressions.orderBy()) {
      boolean constant =
          Captures.of(item.value()).isEmpty() && RexUtil.isDeterministic(item.value());
      DynamicKeys.checkOrder(item.value(), scope.context());
      if (!constant) {
        order.add(key(place(item.value(), columns, names), item.direction()));
      }
    }
    List<Integer> limitBy = new ArrayList<>();
    expressions.limitBy().forEach(key -> limitBy.add(place(key, columns, names)));

    RelNode rel = Relations.project(stage.rel(), columns, names);
    if (select.distinct()) {
      rel = DistinctRows.of(rel, IntStream.range(0, width).boxed().toList());
    }
    RelCollation collation = RelCollations.of(order);
    rel = new Filling(scope, expressions.names()).apply(Relations.sort(rel, collation), collation);
    rel = limitBy(rel, limitBy);
    rel = limit(rel, collation);
    return columns.size() == width
        ? rel
        : Relations.choose(rel, IntStream.range(0, width).boxed().toList());
  }

  /** Whether LIMIT 0 ends the result before its first row. */
  boolean endsAtOnce() {
    Limit limit = select.limit();
    return limit != null && limit.count() != null && number(limit.count(), "LIMIT") == 0;
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
    long count = number(limitBy.count(), "LIMIT");
    return LimitByKeys.of(rel, keys, number(limitBy.offset(), "OFFSET"), count);
  }

  private RelNode limit(RelNode rel, RelCollation order) {
    Limit limit = select.limit();
    if (limit == null) {
      return rel;
    }
    if (limit.withTies() && select.orderBy() == null) {
      throw Failures.of(
          ErrorCode.WITH_TIES_WITHOUT_ORDER_BY, "Can not use WITH TIES without ORDER BY.");
    }
    long offset = number(limit.offset(), "OFFSET");
    long count = limit.count() == null ? Long.MAX_VALUE : number(limit.count(), "LIMIT");
    if (limit.withTies() && order.getFieldCollations().isEmpty() && count > 0) {
      count = Long.MAX_VALUE; // in an order by constants all rows are alike
    }
    RelCollation ties = limit.withTies() ? order : RelCollations.EMPTY;
    return LimitRows.of(rel, offset, count, ties);
  }

  private long number(@Nullable Expr expression, String clause) {
    if (expression == null) {
      return 0;
    }
    RexNode value = new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
    ConstantOperator constant = RexFactory.constantOf(value);
    if (constant == null || !(constant.type() instanceof IntegerType)) {
      boolean number =
          constant != null && constant.type() instanceof io.twinhouse.engine.type.FloatType;
      if (number) {
        throw Failures.notImplemented("A fractional " + clause);
      }
      throw Failures.of(
          ErrorCode.INVALID_LIMIT_EXPRESSION,
          clause
              + " expression must be constant with numeric type. Actual: "
              + ScopeText.of(expression)
              + ". In scope "
              + scope.text());
    }
    Object number = JavaValues.get(constant.type(), constant.value(), 0);
    java.math.BigInteger exact = new java.math.BigInteger(String.valueOf(number));
    if (exact.signum() < 0) {
      throw Failures.notImplemented("A negative " + clause);
    }
    return exact.min(java.math.BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }
}
