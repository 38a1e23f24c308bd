// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionRewriter;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aggregations of a plan with results of which the projection above does not ask everything:
 * nothing but the day, as in {@code toDate(min(event_at))}, or nothing that hangs on the order of
 * an array, as in {@code arraySort(groupUniqArray(day))}. Those need not keep it. Nodes are told
 * apart by identity.
 */
final class AskedResults {

  private static final Set<String> DAYS = Set.of("toDate");

  /** Functions of one array whose result is the same in whatever order its elements come. */
  private static final Set<String> UNORDERED =
      Set.of("arraySort", "arrayReverseSort", "length", "empty", "notEmpty");

  private final Map<PlanNode, PlanNode.Aggregate> found = new IdentityHashMap<>();

  /** Looks through a whole plan. */
  AskedResults(PlanNode root) {
    visit(root);
  }

  /** The aggregation to execute in the place of {@code node}; mostly that itself. */
  PlanNode.Aggregate of(PlanNode.Aggregate node) {
    return found.getOrDefault(node, node);
  }

  private void visit(PlanNode node) {
    if (node instanceof PlanNode.Project project
        && project.input() instanceof PlanNode.Aggregate groups) {
      shortened(groups, project.expressions());
    }
    node.inputs().forEach(this::visit);
  }

  private void shortened(PlanNode.Aggregate groups, List<Expression> above) {
    List<AggregateCall> calls = new ArrayList<>(groups.calls());
    for (int i = 0; i < calls.size(); i++) {
      AggregateCall call = calls.get(i);
      BoundAggregate asked = asked(call.function(), groups.keys().size() + i, above);
      calls.set(i, new AggregateCall(call.text(), asked, call.arguments()));
    }
    if (!calls.equals(groups.calls())) {
      found.put(
          groups,
          new PlanNode.Aggregate(
              groups.input(),
              groups.keys(),
              calls,
              groups.groupingSets(),
              groups.totals(),
              groups.schema()));
    }
  }

  private static BoundAggregate asked(BoundAggregate all, int column, List<Expression> above) {
    if (new Uses(column, DAYS).areAll(above)) {
      return all.toTheDay();
    }
    return new Uses(column, UNORDERED).areAll(above) ? all.toUnordered() : all;
  }

  /** Counts how a column is used. */
  private static final class Uses {

    private final int column;
    private final Set<String> functions;
    private int all;
    private int byFunctions;

    Uses(int column, Set<String> functions) {
      this.column = column;
      this.functions = functions;
    }

    /** Whether the column is used, and only as the one argument of the functions. */
    boolean areAll(List<Expression> expressions) {
      ExpressionRewriter reader = new ExpressionRewriter(this::count);
      expressions.forEach(reader::rewrite);
      return all > 0 && all == byFunctions;
    }

    private Expression count(Expression expression) {
      all += isColumn(expression) ? 1 : 0;
      boolean alone =
          expression instanceof Expression.Call call
              && functions.contains(call.name())
              && call.arguments().size() == 1
              && isColumn(call.arguments().get(0));
      byFunctions += alone ? 1 : 0;
      return expression;
    }

    private boolean isColumn(Expression expression) {
      return expression instanceof Expression.InputRef ref && ref.index() == column;
    }
  }
}
