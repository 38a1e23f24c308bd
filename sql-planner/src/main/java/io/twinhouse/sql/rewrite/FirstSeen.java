// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rewrite.Origins.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;

/**
 * Refuses to bound a scan that a first moment is taken of: the first moment within a window is
 * another one than the first of all. A scan that the query itself bounds below says that the window
 * is meant.
 */
final class FirstSeen {

  private static final Set<String> FIRST = Set.of("min", "minIf", "argMin", "argMinIf");
  private static final Set<String> BY_TIME = Set.of("argMin", "argMinIf");

  private final String time;
  private final Set<String> allHistory;
  private final Set<ReadTable> bounded = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param time name of the window's column
   * @param allHistory aliases that are not bounded
   */
  FirstSeen(String time, Set<String> allHistory) {
    this.time = time;
    this.allHistory = allHistory;
  }

  /**
   * @throws TwinhouseException BAD_ARGUMENTS, naming the scan and what to write
   */
  void check(RelQuery query) {
    List<RelNode> roots = new ArrayList<>(query.subqueries());
    roots.add(query.root());
    roots.forEach(root -> TreeWalk.visit(root, this::findBounds));
    roots.forEach(root -> TreeWalk.visit(root, this::inspect));
  }

  private void findBounds(RelNode node) {
    if (node instanceof Filter filter) {
      RelOptUtil.conjunctions(filter.getCondition())
          .forEach(
              conjunct ->
                  TimeBound.lowerBounded(conjunct)
                      .forEach(
                          operand ->
                              Origins.ofExpression(filter.getInput(), operand).stream()
                                  .filter(origin -> origin.column().equals(time))
                                  .forEach(origin -> bounded.add(origin.scan()))));
    }
  }

  private void inspect(RelNode node) {
    List<AggregateCall> calls = AggregateCalls.of(node);
    if (calls == null) {
      return;
    }
    for (AggregateCall call : calls) {
      String function = AggregateCalls.operator(call).function();
      if (FIRST.contains(function) && !call.getArgList().isEmpty()) {
        int ordered = BY_TIME.contains(function) ? 1 : 0;
        Origins.of(node.getInput(0), call.getArgList().get(ordered))
            .forEach(origin -> inspect(origin, function));
      }
    }
  }

  private void inspect(Origin origin, String function) {
    ReadTable scan = origin.scan();
    String alias = scan.source().alias();
    if (!origin.column().equals(time) || allHistory.contains(alias) || bounded.contains(scan)) {
      return;
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Can't bound scan '"
            + alias
            + "' to the metric's window: "
            + function
            + " of '"
            + time
            + "' over it would be the first moment within the window instead of the first of all."
            + " Give the scan an alias and mark it as seeing all history, or write the lower"
            + " bound in the query if the window is meant");
  }
}
