// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Correlated.OuterColumn;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** What a sub-query sees of the columns of the query around it. */
public final class OuterColumns {

  private final Scope outer;
  private final Scope inner;

  OuterColumns(Scope outer, Scope inner) {
    this.outer = outer;
    this.inner = inner;
  }

  /** An expression over the columns of {@code outer}, as seen from within. */
  RexNode of(RexNode value) {
    RexNode computed =
        BindingOperators.find(
            value,
            node ->
                BindingOperators.isAggregate(node)
                    || BindingOperators.isWindow(node)
                    || BindingOperators.isArrayJoin(node)
                    || Correlated.is(node));
    if (computed != null || !outer.allowsCorrelation()) {
      throw Failures.notImplemented(
          "A correlated column that is no column of a table, in scope " + inner.text() + ",");
    }
    RexFactory rex = outer.context().rex();
    return value.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return rex.make(RexFactory.typeOf(input), new OuterColumn(outer, input), List.of());
          }

          @Override
          public RexNode visitCall(RexCall call) {
            List<RexNode> operands = call.getOperands().stream().map(o -> o.accept(this)).toList();
            return operands.equals(call.getOperands())
                ? call
                : rex.make(RexFactory.typeOf(call), call.getOperator(), operands);
          }
        });
  }

  /**
   * The columns of {@code scope} that a sub-query in it names, none if it is not correlated.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for columns of queries
   *     further out
   */
  public static List<RexNode> in(Relation relation, Scope scope) {
    List<RexNode> columns = new ArrayList<>(Correlated.outerColumns(relation.rel()));
    for (RexNode column : columns) {
      OuterColumn operator = (OuterColumn) ((RexCall) column).getOperator();
      if (operator.scope() != scope) {
        throw Failures.notImplemented("A sub-query correlated with a query further out");
      }
    }
    return columns;
  }

  /** A result column is not computed by a sub-query of two tables together; a condition is. */
  static void requireOneTable(List<RexNode> columns, Scope scope) {
    Set<Object> tables = new HashSet<>();
    for (RexNode column : columns) {
      OuterColumn operator = (OuterColumn) ((RexCall) column).getOperator();
      FromColumns.Match owner = scope.columns().owner(((RexInputRef) operator.column()).getIndex());
      tables.add(owner == null ? column : owner.table());
    }
    if (tables.size() > 1) {
      throw Failures.notImplemented(
          "A column of the result by a sub-query correlated with more than one table");
    }
  }
}
