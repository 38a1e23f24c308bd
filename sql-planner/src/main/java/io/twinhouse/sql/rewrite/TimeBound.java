// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Reads bounds off the conditions of a scan. */
final class TimeBound {

  private static final Set<String> ABOVE = Set.of("greater", "greaterOrEquals", "equals");
  private static final Set<String> BELOW = Set.of("less", "lessOrEquals", "equals");
  private static final Set<String> MONOTONE =
      Set.of("toDate", "toDateTime", "toStartOfDay", "toStartOfHour", "toYYYYMM", "toDateTime64");

  private TimeBound() {}

  /** Whether a condition keeps only rows at or after some constant time. */
  static boolean hasLower(ReadTable scan, String time) {
    return anyComparison(
        scan,
        call ->
            (named(call, ABOVE)
                    && isTime(scan, call.getOperands().get(0), time)
                    && isConstant(call.getOperands().get(1)))
                || (named(call, BELOW)
                    && isTime(scan, call.getOperands().get(1), time)
                    && isConstant(call.getOperands().get(0))));
  }

  /** What a comparison keeps at or after some constant; empty for all other conditions. */
  static List<RexNode> lowerBounded(RexNode conjunct) {
    if (RexFactory.truthOf(conjunct) instanceof RexCall call && call.getOperands().size() == 2) {
      RexNode left = call.getOperands().get(0);
      RexNode right = call.getOperands().get(1);
      if (named(call, ABOVE) && isConstant(right)) {
        return List.of(left);
      }
      if (named(call, BELOW) && isConstant(left)) {
        return List.of(right);
      }
    }
    return List.of();
  }

  /** Whether a condition lets only one value of the column through. */
  static boolean isPinned(ReadTable scan, String column) {
    return anyComparison(
        scan,
        call ->
            named(call, Set.of("equals"))
                && call.getOperands().stream().anyMatch(o -> isColumn(scan, o, column))
                && call.getOperands().stream().anyMatch(TimeBound::isConstant));
  }

  private static boolean anyComparison(ReadTable scan, Predicate<RexCall> test) {
    for (RexNode conjunct : RexFactory.conjuncts(scan.filter())) {
      if (RexFactory.truthOf(conjunct) instanceof RexCall call
          && call.getOperands().size() == 2
          && test.test(call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(RexCall call, Set<String> names) {
    return call.getOperator() instanceof FunctionOperator function
        && names.contains(function.getName());
  }

  private static boolean isConstant(RexNode node) {
    return RexFactory.constantOf(node) != null;
  }

  private static boolean isColumn(ReadTable scan, RexNode node, String column) {
    return node instanceof RexInputRef reference
        && scan.reads().get(reference.getIndex()).column().equals(column);
  }

  private static boolean isTime(ReadTable scan, RexNode node, String time) {
    if (node instanceof RexCall call && named(call, MONOTONE)) {
      return isTime(scan, call.getOperands().get(0), time);
    }
    return isColumn(scan, node, time);
  }
}
