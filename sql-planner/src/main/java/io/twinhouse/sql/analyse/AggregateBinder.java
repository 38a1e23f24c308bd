// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Binds aggregate functions; they stay in the expression as calls until grouping is in place. */
final class AggregateBinder {

  private static final String COUNT_DISTINCT = "countdistinct";

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;

  AggregateBinder(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
  }

  boolean knows(String name) {
    return rex.registry().isAggregate(functionOf(name));
  }

  /** count(DISTINCT x) is what count_distinct_implementation says, uniqExact unless set. */
  private String functionOf(String name) {
    if (!name.toLowerCase(Locale.ROOT).startsWith(COUNT_DISTINCT)) {
      return name;
    }
    String setting = scope.context().setting("count_distinct_implementation");
    String rest = name.substring(COUNT_DISTINCT.length());
    return (setting == null ? "uniqExact" : setting) + rest;
  }

  RexNode bind(Call call) {
    scope.meetAggregate();
    Bound bound = bindFunction(call);
    for (RexNode argument : bound.arguments()) {
      refuseNested(argument);
    }
    return rex.make(bound.operator().bound().returnType(), bound.operator(), bound.arguments());
  }

  /**
   * A function and its arguments.
   *
   * @param arguments over the columns of FROM
   */
  record Bound(AggregateOperator operator, List<RexNode> arguments) {}

  Bound bindFunction(Call call) {
    if (call.nulls() == Call.NullTreatment.RESPECT) {
      throw Failures.notImplemented("RESPECT NULLS of aggregate function " + call.name());
    }
    List<RexNode> parameters = binder.bindAll(call.parameters());
    for (RexNode parameter : parameters) {
      if (RexFactory.constantOf(parameter) == null) {
        throw Failures.of(
            ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
            "Parameters to aggregate function " + call.name() + " must be constants");
      }
    }
    List<RexNode> arguments = binder.bindAll(withoutStar(call));
    String name = functionOf(call.name());
    return new Bound(rex.aggregate(name, parameters, arguments), arguments);
  }

  /** {@code count(*)} is {@code count()}. */
  private static List<Expr> withoutStar(Call call) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    if (call.name().toLowerCase(Locale.ROOT).startsWith("count")
        && !arguments.isEmpty()
        && arguments.get(0) instanceof ColumnSet columns
        && columns.selection() instanceof ColumnSet.All) {
      arguments.remove(0);
    }
    return arguments;
  }

  private void refuseNested(RexNode argument) {
    RexNode inner = BindingOperators.find(argument, BindingOperators::isAggregate);
    String kind = "Aggregate function ";
    if (inner == null) {
      inner = BindingOperators.find(argument, BindingOperators::isWindow);
      kind = "Window function ";
    }
    refuse(inner, kind);
  }

  private void refuse(@Nullable RexNode inner, String kind) {
    if (inner != null) {
      throw Failures.of(
          ErrorCode.ILLEGAL_AGGREGATION,
          kind
              + new ExpressionText(scope).of(inner)
              + " is found inside another aggregate function in query");
    }
  }
}
