// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/** Adds conditions to a scan's own filter, each only once. */
final class ScanCondition {

  private ScanCondition() {}

  static ReadTable add(ReadTable scan, RexFactory rex, List<RexNode> conditions) {
    List<RexNode> conjuncts = new ArrayList<>(RexFactory.conjuncts(scan.filter()));
    for (RexNode condition : conditions) {
      if (!conjuncts.contains(condition)) {
        conjuncts.add(condition);
      }
    }
    return scan.withFilter(rex.and(conjuncts));
  }

  /** Column {@code index} of the scan as an expression. */
  static RexNode column(ReadTable scan, RexFactory rex, int index) {
    return rex.input(index, scan.reads().get(index).type());
  }
}
