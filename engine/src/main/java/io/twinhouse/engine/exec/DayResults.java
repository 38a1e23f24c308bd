// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionRewriter;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The aggregations of a plan with results of which the projection above asks nothing but the day,
 * as in {@code toDate(min(event_at))}: those need not keep more of it. Nodes are told apart by
 * identity.
 */
final class DayResults {

  private final Map<PlanNode, PlanNode.Aggregate> found = new IdentityHashMap<>();

  /** Looks through a whole plan. */
  DayResults(PlanNode root) {
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
      if (new Uses(groups.keys().size() + i).areDays(above)) {
        AggregateCall call = calls.get(i);
        calls.set(i, new AggregateCall(call.text(), call.function().toTheDay(), call.arguments()));
      }
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

  /** Counts how a column is used. */
  private static final class Uses {

    private final int column;
    private int all;
    private int days;

    Uses(int column) {
      this.column = column;
    }

    boolean areDays(List<Expression> expressions) {
      ExpressionRewriter reader = new ExpressionRewriter(this::count);
      expressions.forEach(reader::rewrite);
      return all > 0 && all == days;
    }

    private Expression count(Expression expression) {
      all += isColumn(expression) ? 1 : 0;
      boolean day =
          expression instanceof Expression.Call call
              && call.name().equals("toDate")
              && call.arguments().size() == 1
              && isColumn(call.arguments().get(0));
      days += day ? 1 : 0;
      return expression;
    }

    private boolean isColumn(Expression expression) {
      return expression instanceof Expression.InputRef ref && ref.index() == column;
    }
  }
}
