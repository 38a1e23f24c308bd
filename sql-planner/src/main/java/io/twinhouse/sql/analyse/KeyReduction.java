// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.sql.analyse.expression.InjectiveFunctions;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/**
 * Groups by less where that makes the same groups, as the server does: by the arguments of a
 * function that maps no two of them to one value, and not by a function of other keys. It shows in
 * the row of WITH TOTALS, where such an expression is computed of the defaults of its arguments.
 */
final class KeyReduction {

  private final Set<RexNode> keys = new LinkedHashSet<>();

  private KeyReduction() {}

  /** The keys to group by; none if all are functions of constants. */
  static List<RexNode> of(List<RexNode> keys) {
    if (keys.stream().allMatch(key -> RexFactory.constantOf(key) != null)) {
      return keys;
    }
    KeyReduction reduction = new KeyReduction();
    keys.forEach(reduction::open);
    Set<RexNode> all = reduction.keys;
    List<RexNode> left = all.stream().filter(key -> !follows(key, all)).toList();
    return left.isEmpty() ? List.copyOf(all) : left; // computed from constants is still a key
  }

  private void open(RexNode key) {
    if (RexFactory.constantOf(key) != null) {
      return;
    }
    if (InjectiveFunctions.isCall(key) && !losesTypes((RexCall) key)) {
      ((RexCall) key).getOperands().forEach(this::open);
    } else {
      keys.add(key);
    }
  }

  /** Values that carry their types print alike though they differ: 1, 1.0 and '1'. */
  private static boolean losesTypes(RexCall call) {
    return call.getOperands().stream()
        .anyMatch(operand -> DynamicKeys.in(RexFactory.typeOf(operand)));
  }

  /** Whether {@code key} is a function of others of {@code keys}. */
  private static boolean follows(RexNode key, Set<RexNode> keys) {
    return key instanceof RexCall call
        && call.getOperator() instanceof FunctionOperator function
        && function.isDeterministic()
        && call.getOperands().stream().anyMatch(operand -> RexFactory.constantOf(operand) == null)
        && call.getOperands().stream().allMatch(operand -> isCovered(operand, keys));
  }

  private static boolean isCovered(RexNode node, Set<RexNode> keys) {
    if (keys.contains(node) || RexFactory.constantOf(node) != null) {
      return true;
    }
    return !(node instanceof RexInputRef) && follows(node, keys);
  }
}
