// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Operands;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.rel.FillRows;
import io.twinhouse.sql.rel.FillRows.Interpolated;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * INTERPOLATE: columns of the rows that WITH FILL adds, by expressions over the row before. There
 * an expression sees what was interpolated of its own column, but not of others.
 */
final class Interpolation {

  private final Scope scope;
  private final RexFactory rex;
  private final List<String> names;
  private final List<Integer> shown;

  /**
   * @param names of the result's columns, which are the first of the sorted ones
   * @param shown the sorted columns that they show: of keys that stand there twice the first
   */
  Interpolation(Scope scope, List<String> names, List<Integer> shown) {
    this.scope = scope;
    this.rex = scope.context().rex();
    this.names = names;
    this.shown = shown;
  }

  /**
   * What INTERPOLATE says; all columns of the result that are no keys, for an empty list.
   *
   * @param keys of ORDER BY, columns of {@code sorted}
   */
  List<Interpolated> of(RelNode sorted, List<Integer> keys) {
    OrderBy orderBy = scope.select().orderBy();
    List<OrderBy.Interpolation> items = orderBy == null ? null : orderBy.interpolate();
    List<Interpolated> computed = new ArrayList<>();
    if (items == null) {
      return computed;
    }
    Map<String, RexNode> row = row(sorted);
    if (items.isEmpty()) {
      if (scope.isDerived()) {
        return computed; // the server interpolates nothing in a FROM then
      }
      for (int i = 0; i < names.size(); i++) {
        if (!keys.contains(shown.get(i))) {
          computed.add(new Interpolated(i, rex.input(i, typeOf(sorted, i))));
        }
      }
      return computed;
    }
    for (OrderBy.Interpolation item : items) {
      int column = column(item.column(), keys);
      if (computed.stream().anyMatch(c -> c.column() == column)) {
        throw Failures.notImplemented("INTERPOLATE of one column twice");
      }
      RexNode value = bind(item.expression(), row);
      if (isAlso(value, FillRows.made(sorted))) {
        throw Failures.notImplemented("INTERPOLATE by what a column of the result is computed by");
      }
      Type type = typeOf(sorted, column);
      if (RexFactory.typeOf(value).isNullable() && !type.isNullable()) {
        throw Failures.notImplemented("INTERPOLATE of a column without NULL by one with NULL");
      }
      computed.add(new Interpolated(column, rex.cast(value, type)));
    }
    return computed;
  }

  private static Type typeOf(RelNode sorted, int column) {
    return EngineRelType.typeOf(sorted.getRowType().getFieldList().get(column).getType());
  }

  private Map<String, RexNode> row(RelNode sorted) {
    Map<String, RexNode> row = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), rex.input(shown.get(i), typeOf(sorted, i)));
    }
    return row;
  }

  private int column(String name, List<Integer> keys) {
    if (Collections.frequency(names, name) != 1) {
      throw Failures.notImplemented(
          "INTERPOLATE of " + name + ", which is no column of the result");
    }
    int column = shown.get(names.indexOf(name));
    if (keys.contains(column)) {
      throw Failures.of(
          ErrorCode.INVALID_WITH_FILL_EXPRESSION,
          "Column '"
              + name
              + "' is participating in ORDER BY expression and can't be INTERPOLATE output");
    }
    return column;
  }

  /** Whether a call within is that of a column: the server then reads the column in its place. */
  private static boolean isAlso(RexNode value, List<RexNode> made) {
    if (!(value instanceof RexCall call)) {
      return false;
    }
    RexNode whole =
        value.accept(
            new RexShuttle() {
              @Override
              public RexNode visitInputRef(RexInputRef input) {
                return input.getIndex() < made.size() ? made.get(input.getIndex()) : input;
              }
            });
    return made.contains(whole)
        || call.getOperands().stream().anyMatch(operand -> isAlso(operand, made));
  }

  private RexNode bind(Expr expression, Map<String, RexNode> row) {
    requireColumns(expression);
    RexNode value = new ExpressionBinder(scope, LambdaFrame.NONE.plus(row)).bind(expression);
    if (BindingOperators.find(value, BindingOperators::isAggregate) != null
        || BindingOperators.find(value, BindingOperators::isWindow) != null
        || BindingOperators.find(value, BindingOperators::isArrayJoin) != null) {
      throw Failures.notImplemented("INTERPOLATE with an aggregate, a window or arrayJoin");
    }
    return value;
  }

  /** The server sees columns of FROM too, here only those of the result. */
  private void requireColumns(Expr expression) {
    boolean known =
        !(expression instanceof Identifier name)
            || name.isSimple() && Collections.frequency(names, name.last()) == 1;
    boolean simple = !(expression instanceof Expr.Lambda || expression instanceof Expr.Subquery);
    if (!known || !simple) {
      throw Failures.notImplemented("INTERPOLATE by more than columns of the result");
    }
    Operands.of(expression).forEach(this::requireColumns);
  }
}
