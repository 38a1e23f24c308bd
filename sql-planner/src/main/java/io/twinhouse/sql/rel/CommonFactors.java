// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/**
 * What every alternative of an OR demands, taken out of it: {@code (a AND b) OR (a AND c)} is
 * {@code a AND (b OR c)}, of NULLs too. So a join finds its key there, and a table its range.
 */
final class CommonFactors {

  private CommonFactors() {}

  /** Values that together are true where {@code or} is, or null if its alternatives share none. */
  static @Nullable List<RexNode> of(RexCall or, RexFactory rex) {
    List<List<RexNode>> alternatives = new ArrayList<>();
    for (RexNode alternative : operands(or, "or")) {
      alternatives.add(operands(alternative, "and"));
    }
    Set<RexNode> common = new LinkedHashSet<>(alternatives.get(0));
    alternatives.forEach(common::retainAll);
    if (common.isEmpty() || !RexUtil.isDeterministic(or) || RexFactory.addsRows(or)) {
      return null;
    }
    List<RexNode> factors = new ArrayList<>(common);
    List<RexNode> rests = new ArrayList<>();
    for (List<RexNode> alternative : alternatives) {
      List<RexNode> rest = new ArrayList<>(alternative);
      rest.removeAll(common);
      if (rest.isEmpty()) {
        return null; // without the other alternatives, what they fail at would go unseen
      }
      rests.add(rest.size() == 1 ? rest.get(0) : rex.call("and", rest));
    }
    factors.add(rex.call("or", rests));
    return factors;
  }

  /**
   * The operands of nested calls of {@code function}, or the value itself if it is no such call.
   */
  private static List<RexNode> operands(RexNode value, String function) {
    if (!RexFactory.isCall(value, function)) {
      return List.of(value);
    }
    List<RexNode> all = new ArrayList<>();
    for (RexNode operand : ((RexCall) value).getOperands()) {
      all.addAll(operands(operand, function));
    }
    return all;
  }
}
