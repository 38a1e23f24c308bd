// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import java.util.ArrayList;
import java.util.List;

/** EXPLAIN indexes = 1: what the indexes leave of each table that a query reads. */
final class PrunedScans {

  private final boolean subqueries;
  private final List<String> lines = new ArrayList<>();

  private PrunedScans(boolean subqueries) {
    this.subqueries = subqueries;
  }

  /** Three lines a table; the tables are opened and pruned, their rows are not read. */
  static List<String> lines(QueryPlan plan) {
    PrunedScans scans = new PrunedScans(!plan.subqueries().isEmpty());
    scans.visit(plan.root());
    plan.subqueries().forEach(scans::visit);
    return scans.lines;
  }

  private void visit(PlanNode node) {
    if (node instanceof PlanNode.Scan scan && !scan.table().parts().isEmpty()) {
      add(scan);
    }
    node.inputs().forEach(this::visit);
  }

  private void add(PlanNode.Scan node) {
    lines.add("Indexes of " + node.table().definition().name());
    if (subqueries && node.filter() != null) {
      lines.add("  Granules: known when the sub-queries of the condition have been run");
      return;
    }
    List<PartInfo> parts = node.table().parts();
    long granules = parts.stream().mapToLong(PartInfo::granules).sum();
    try (MemoryContext memory = MemoryContext.root("explain", MemoryContext.UNLIMITED);
        Scan scan =
            node.table()
                .scan(
                    new ScanRequest(
                        node.reads(), node.filter(), node.output(), false, 1, memory))) {
      ScanCounters left = scan.counters();
      lines.add("  Parts: " + left.parts() + "/" + parts.size());
      lines.add("  Granules: " + left.granules() + "/" + granules);
    }
  }
}
