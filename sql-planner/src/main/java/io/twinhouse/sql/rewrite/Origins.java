// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.WindowColumns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;

/** Where a column's values come from: the columns of tables that went into it. */
final class Origins {

  private Origins() {}

  /**
   * One column of one scan.
   *
   * @param plain whether the value is the column's own, not computed from it
   */
  record Origin(ReadTable scan, String column, boolean plain) {

    Origin computed() {
      return new Origin(scan, column, false);
    }
  }

  /** The origins of column {@code index} of {@code node}; empty for constants. */
  static Set<Origin> of(RelNode node, int index) {
    if (node instanceof HepRelVertex vertex) {
      return of(vertex.getCurrentRel(), index);
    }
    if (node instanceof ReadTable scan) {
      return Set.of(new Origin(scan, scan.reads().get(index).column(), true));
    }
    if (node instanceof Project project) {
      return ofExpression(project.getInput(), project.getProjects().get(index));
    }
    if (node instanceof Aggregate aggregate) {
      List<Integer> keys = aggregate.getGroupSet().asList();
      return ofGrouped(aggregate.getInput(), keys, aggregate.getAggCallList(), index);
    }
    if (node instanceof GroupingSetsAggregate aggregate) {
      return ofGrouped(aggregate.getInput(), aggregate.keys(), aggregate.calls(), index);
    }
    if (node instanceof Join || node instanceof JoinTables) {
      RelNode left = node.getInput(0);
      int width = left.getRowType().getFieldCount();
      return index < width ? of(left, index) : of(node.getInput(1), index - width);
    }
    if (node instanceof Union) {
      Set<Origin> origins = new LinkedHashSet<>();
      node.getInputs().forEach(input -> origins.addAll(of(input, index)));
      return origins;
    }
    if (node instanceof WindowColumns window) {
      return ofWindow(window, index);
    }
    return node instanceof SingleRel single ? of(single.getInput(), index) : Set.of();
  }

  private static Set<Origin> ofWindow(WindowColumns window, int index) {
    int width = window.getInput().getRowType().getFieldCount();
    if (index < width) {
      return of(window.getInput(), index);
    }
    return computed(window.getInput(), window.calls().get(index - width).arguments());
  }

  private static Set<Origin> ofGrouped(
      RelNode input, List<Integer> keys, List<AggregateCall> calls, int index) {
    if (index < keys.size()) {
      return of(input, keys.get(index));
    }
    int call = index - keys.size();
    return call < calls.size() ? computed(input, calls.get(call).getArgList()) : Set.of();
  }

  private static Set<Origin> computed(RelNode input, List<Integer> columns) {
    Set<Origin> origins = new LinkedHashSet<>();
    for (int column : columns) {
      of(input, column).forEach(origin -> origins.add(origin.computed()));
    }
    return origins;
  }

  /** The origins of an expression over the columns of {@code input}. */
  static Set<Origin> ofExpression(RelNode input, RexNode expression) {
    if (expression instanceof RexInputRef reference) {
      return of(input, reference.getIndex());
    }
    List<Integer> columns = new ArrayList<>();
    expression.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public Void visitInputRef(RexInputRef reference) {
            columns.add(reference.getIndex());
            return null;
          }
        });
    return computed(input, columns);
  }

  /** Columns that a node groups or keeps distinct rows by; empty for all other nodes. */
  static List<Integer> groupingColumns(RelNode node) {
    if (node instanceof Aggregate aggregate) {
      return aggregate.getGroupSet().asList();
    }
    if (node instanceof GroupingSetsAggregate aggregate) {
      return aggregate.keys();
    }
    return node instanceof DistinctRows distinct ? distinct.keys() : List.of();
  }
}
