// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.ReadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;

/** Visits and rebuilds trees of relational nodes, inputs first. */
final class TreeWalk {

  private TreeWalk() {}

  /** The tree with {@code change} made to each node after its inputs were changed. */
  static RelNode rebuild(RelNode node, UnaryOperator<RelNode> change) {
    List<RelNode> inputs = new ArrayList<>();
    boolean same = true;
    for (RelNode input : node.getInputs()) {
      RelNode changed = rebuild(input, change);
      same &= changed == input;
      inputs.add(changed);
    }
    return change.apply(same ? node : node.copy(node.getTraitSet(), inputs));
  }

  static void visit(RelNode node, Consumer<RelNode> visitor) {
    node.getInputs().forEach(input -> visit(input, visitor));
    visitor.accept(node);
  }

  /** All scans below {@code node}, left to right. */
  static List<ReadTable> scans(RelNode node) {
    List<ReadTable> scans = new ArrayList<>();
    visit(
        node,
        n -> {
          if (n instanceof ReadTable scan) {
            scans.add(scan);
          }
        });
    return scans;
  }
}
