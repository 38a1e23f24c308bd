// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.insert.InputTable;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import java.util.ArrayList;
import java.util.List;

/** Where a plan reads the data of its own INSERT. */
final class InputScans {

  private final List<InputTable> found = new ArrayList<>();

  private InputScans() {}

  static List<InputTable> of(QueryPlan plan) {
    InputScans scans = new InputScans();
    scans.visit(plan.root());
    plan.subqueries().forEach(scans::visit);
    return scans.found;
  }

  private void visit(PlanNode node) {
    if (node instanceof PlanNode.Scan scan && scan.table() instanceof InputTable input) {
      found.add(input);
    }
    node.inputs().forEach(this::visit);
  }
}
